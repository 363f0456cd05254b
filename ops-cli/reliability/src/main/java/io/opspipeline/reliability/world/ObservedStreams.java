package io.opspipeline.reliability.world;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.market.QuoteReading;
import io.opspipeline.domain.order.OrderUpdate;
import io.opspipeline.domain.order.SpreadUpdate;
import io.opspipeline.ports.broker.TradingStream;
import io.opspipeline.ports.market.OptionQuoteStream;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/// The streams of one process, seen from the driver: it must know which stand. A stream that its
/// owner closes is waited for until the exchange has noticed too, so that what comes next finds the
/// place free.
///
/// @param orderLines counts the streams of order events
/// @param quoteLines counts the streams of quotes
/// @param noticed waits until the exchange has noticed that a client hung up
record ObservedStreams(Lines orderLines, Lines quoteLines, Runnable noticed) {

    TradingStream orders(TradingStream stream) {
        return (account, listener) -> open(stream, account, listener);
    }

    OptionQuoteStream quotes(OptionQuoteStream stream) {
        return (contracts, listener) -> open(stream, contracts, listener);
    }

    private TradingStream.Connection open(
            TradingStream stream, AccountId account, TradingStream.Listener listener) {
        var state = new Standing(orderLines);
        var connection = stream.open(account, new OrderListener(listener, state));
        return () -> {
            connection.close();
            state.closed(noticed);
        };
    }

    private OptionQuoteStream.Connection open(
            OptionQuoteStream stream,
            Set<OccSymbol> contracts,
            OptionQuoteStream.Listener listener) {
        var state = new Standing(quoteLines);
        var connection = stream.open(contracts, new QuoteListener(listener, state));
        return new OptionQuoteStream.Connection() {
            @Override
            public boolean subscribe(Set<OccSymbol> wanted) {
                return connection.subscribe(wanted);
            }

            @Override
            public void close() {
                connection.close();
                state.closed(noticed);
            }
        };
    }

    /// Whether one stream stands.
    ///
    /// @param lines counts those that do
    /// @param stands true while it does
    private record Standing(Lines lines, AtomicBoolean stands) {

        private Standing(Lines lines) {
            this(lines, new AtomicBoolean());
        }

        private void connected() {
            if (stands.compareAndSet(false, true)) {
                lines.connected();
            }
        }

        private void ended() {
            if (stands.compareAndSet(true, false)) {
                lines.ended();
            }
        }

        private void closed(Runnable noticed) {
            ended();
            noticed.run();
        }
    }

    private record OrderListener(TradingStream.Listener listener, Standing state)
            implements TradingStream.Listener {

        @Override
        public void connected() {
            state.connected();
            listener.connected();
        }

        @Override
        public void updated(OrderUpdate update) {
            listener.updated(update);
        }

        @Override
        public void spreadUpdated(SpreadUpdate update) {
            listener.spreadUpdated(update);
        }

        @Override
        public void disconnected(String reason) {
            listener.disconnected(reason);
            state.ended();
        }
    }

    private record QuoteListener(OptionQuoteStream.Listener listener, Standing state)
            implements OptionQuoteStream.Listener {

        @Override
        public void connected() {
            state.connected();
            listener.connected();
        }

        @Override
        public void quotes(Map<OccSymbol, QuoteReading> quotes) {
            listener.quotes(quotes);
        }

        @Override
        public void disconnected(String reason) {
            listener.disconnected(reason);
            state.ended();
        }
    }
}
