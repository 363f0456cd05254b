package io.opspipeline.alpaca.stream;

import io.opspipeline.domain.order.OrderUpdate;
import io.opspipeline.domain.order.SpreadUpdate;
import io.opspipeline.ports.broker.TradingStream;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import org.eclipse.jetty.websocket.api.Session;

/// What a trading stream told, in words. It fails on the order `bad`.
final class ToldOrders implements TradingStream.Listener {

    static final String AUTHORIZED =
            "{'stream':'authorization','data':{'status':'authorized','action':'authenticate'}}";
    static final String LISTENING = "{'stream':'listening','data':{'streams':['trade_updates']}}";

    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();

    /// Takes a client in, as Alpaca does.
    static void welcome(Session session, String message) {
        FakeStreams.bytes(session, message.contains("listen") ? LISTENING : AUTHORIZED);
    }

    /// The next words, as soon as they were told.
    List<String> next(int count) {
        return Stream.generate(this::take).limit(count).toList();
    }

    boolean isEmpty() {
        return told.isEmpty();
    }

    @Override
    public void connected() {
        told.add("connected");
    }

    @Override
    public void updated(OrderUpdate update) {
        told.add(update.brokerOrderId() + " " + update.status());
        if (update.brokerOrderId().value().equals("bad")) {
            throw new IllegalStateException("as a full disk would");
        }
    }

    @Override
    public void spreadUpdated(SpreadUpdate update) {
        told.add(update.brokerOrderId() + " " + update.status() + " " + update.filledUnits());
    }

    @Override
    public void disconnected(String reason) {
        told.add("disconnected: " + reason);
    }

    private String take() {
        try {
            return told.take();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
