package io.opspipeline.alpaca.stream;

import io.opspipeline.alpaca.access.AlpacaCredentials;
import io.opspipeline.alpaca.http.RefusalAlerts;
import io.opspipeline.alpaca.translation.OrderRow;
import io.opspipeline.alpaca.translation.SpreadRow;
import io.opspipeline.alpaca.wire.WireNode;
import io.opspipeline.alpaca.wire.WireOrder;
import io.opspipeline.alpaca.wire.WireTradeUpdate;
import io.opspipeline.domain.account.AccountId;
import io.opspipeline.ports.broker.TradingStream;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Logs in, listens to `trade_updates`, and hears them.
final class OrderConversation implements Conversation {

    private static final Logger LOG = LoggerFactory.getLogger(OrderConversation.class);

    private final AccountId account;
    private final Supplier<AlpacaCredentials> credentials;
    private final TradingStream.Listener listener;
    private final RefusalAlerts alerts;
    private boolean listens;

    OrderConversation(
            AccountId account,
            Supplier<AlpacaCredentials> credentials,
            TradingStream.Listener listener,
            RefusalAlerts alerts) {
        this.account = account;
        this.credentials = credentials;
        this.listener = listener;
        this.alerts = alerts;
    }

    @Override
    public void opened(Speaker speaker) {
        listens = false;
        speaker.say(StreamJson.auth(credentials.get()));
    }

    @Override
    public void heard(WireNode frame, Speaker speaker) {
        switch (frame.text("stream").orElse("")) {
            case "authorization" -> authorized(frame, speaker);
            case "listening" -> listening(frame, speaker);
            case "trade_updates" -> frame.object("data").ifPresent(this::updated);
            default -> strange(frame, speaker);
        }
    }

    @Override
    public void ended(String reason) {
        listens = false;
        listener.disconnected(reason);
    }

    private void authorized(WireNode frame, Speaker speaker) {
        String status = frame.object("data").flatMap(data -> data.text("status")).orElse("");
        if (status.equals("authorized")) {
            speaker.say(StreamJson.listenToTradeUpdates());
        } else {
            alerts.credentialsRefused("trading stream");
            speaker.leave("not authorised: " + frame);
        }
    }

    private void listening(WireNode frame, Speaker speaker) {
        boolean toUpdates =
                frame.object("data")
                        .filter(data -> data.texts("streams").contains("trade_updates"))
                        .isPresent();
        if (!toUpdates) {
            speaker.leave("does not listen to trade_updates: " + frame);
        } else if (!listens) {
            listens = true;
            speaker.accepted();
            listener.connected();
        }
    }

    private void updated(WireNode data) {
        WireTradeUpdate update = WireTradeUpdate.from(data);
        if (update.order().filter(WireOrder::isMultileg).isPresent()) {
            SpreadRow.translate(update).orSkipped(LOG, data).ifPresent(listener::spreadUpdated);
        } else {
            OrderRow.translate(update).orSkipped(LOG, data).ifPresent(listener::updated);
        }
    }

    private void strange(WireNode frame, Speaker speaker) {
        LOG.warn("trading stream of {} says {}", account, frame);
        if (frame.text("action").filter("error"::equals).isPresent()) {
            speaker.leave("error: " + frame);
        }
    }
}
