package io.opspipeline.alpaca.refusal;

import io.opspipeline.alpaca.AlpacaClients;
import io.opspipeline.alpaca.Bench;
import io.opspipeline.alpaca.FakeAlpaca;
import io.opspipeline.alpaca.FakeAlpaca.Answer;
import io.opspipeline.domain.denial.Denial;
import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.money.NetPrice;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.order.BrokerOrderId;
import io.opspipeline.domain.order.ClientOrderId;
import io.opspipeline.domain.order.OrderRequest;
import io.opspipeline.domain.order.PositionEffect;
import io.opspipeline.domain.order.Side;
import io.opspipeline.domain.order.SpreadLeg;
import io.opspipeline.domain.order.SpreadRequest;
import io.opspipeline.ports.broker.DoNotExerciseResult;
import io.opspipeline.ports.broker.SubmitResult;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// The four things that are asked of the broker, through the real client.
enum Door {
    SUBMIT("/v2/orders"),
    SPREAD("/v2/orders"),
    CANCEL("/v2/orders/b1"),
    NO_EXERCISE("/v2/positions/AAPL260116C00250000/do-not-exercise");

    static final OccSymbol CALL = OccSymbol.parse("AAPL260116C00250000");
    private static final OccSymbol OTHER = OccSymbol.parse("AAPL260116C00260000");

    private final String path;

    Door(String path) {
        this.path = path;
    }

    /// Why the client says no when the broker answers so.
    Denial denial(FakeAlpaca alpaca, Bench bench, Answer answer) {
        alpaca.on(path, answer);
        return ask(bench.clients);
    }

    private Denial ask(AlpacaClients clients) {
        var entry = clients.orderEntry();
        return switch (this) {
            case SUBMIT -> denial(entry.submit(order()));
            case SPREAD -> denial(entry.submit(spread()));
            case CANCEL ->
                    entry.cancel(Bench.LARGE, new BrokerOrderId("b1")).denial().orElseThrow();
            case NO_EXERCISE -> denial(entry.doNotExercise(Bench.LARGE, CALL));
        };
    }

    private static Denial denial(Object result) {
        return switch (result) {
            case SubmitResult.NotAccepted not -> not.denial();
            case DoNotExerciseResult.Refused refused -> refused.denial();
            case DoNotExerciseResult.InDoubt doubt -> doubt.denial();
            default -> throw new AssertionError("not denied: " + result);
        };
    }

    private static OrderRequest order() {
        return new OrderRequest(
                new ClientOrderId("c1"),
                Bench.LARGE,
                new Instrument.Option(CALL),
                Side.BUY,
                2,
                Optional.of(Price.of("2.50")));
    }

    private static SpreadRequest spread() {
        return new SpreadRequest(
                new ClientOrderId("c1"),
                Bench.LARGE,
                List.of(
                        new SpreadLeg(CALL, Side.BUY, PositionEffect.OPEN, 1),
                        new SpreadLeg(OTHER, Side.SELL, PositionEffect.OPEN, 1)),
                1,
                new NetPrice(BigDecimal.ONE));
    }
}
