package io.opspipeline.positionmanager;

import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.position.ForcedExits;
import io.opspipeline.domain.position.HeldPosition;
import io.opspipeline.positionmanager.rules.Mark;
import io.opspipeline.positionmanager.rules.ModelPriceRule.Reference;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Our own prices, each from the last price that was real: a mark with its underlying, else the
/// entry.
final class ModelPrices {

    private final Supplier<Rules> rules;
    private final ForcedExits forced;
    private final Map<Long, Reference> references = new HashMap<>();

    ModelPrices(Supplier<Rules> rules, ForcedExits forced) {
        this.rules = rules;
        this.forced = forced;
    }

    /// Remembers a mark that was believed, with the underlying of its time.
    void remember(HeldPosition held, Mark mark, Price underlying) {
        references.put(held.id(), new Reference(mark.mid(), underlying, mark.seenAt()));
    }

    /// The price now; that of a stock is its own bar.
    Optional<Price> price(HeldPosition held, Price underlying, Instant asOf) {
        return switch (held.position().instrument()) {
            case Instrument.Stock _ -> Optional.of(underlying);
            case Instrument.Option option ->
                    reference(held)
                            .flatMap(real ->
                                    rules.get()
                                            .model()
                                            .price(
                                                    option,
                                                    real,
                                                    underlying,
                                                    forced.expirySession(option),
                                                    asOf));
        };
    }

    private Optional<Reference> reference(HeldPosition held) {
        return Optional.ofNullable(references.get(held.id()))
                .or(() ->
                        held.underlyingAtEntry()
                                .map(underlying ->
                                        new Reference(
                                                held.position().entryPrice(),
                                                underlying,
                                                held.position().openedAt())));
    }
}
