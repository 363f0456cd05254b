package io.opspipeline.positionmanager;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.position.HeldPosition;
import io.opspipeline.positionmanager.rules.Exit;
import io.opspipeline.positionmanager.rules.ExitInputs;
import io.opspipeline.positionmanager.rules.MarkSeries;
import io.opspipeline.runtime.log.LogContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks the one evaluator about single positions, and has closed what must go. What breaks over one
/// position does not keep the others from their exits.
final class ExitBench {

    private static final Logger LOG = LoggerFactory.getLogger(ExitBench.class);

    private final AccountId account;
    private final Supplier<Rules> rules;
    private final MarkBook marks;
    private final ModelPrices model;
    private final ExitHold hold;
    private final ClosingDesk closing;
    private final Alarms alarms;
    private final Firings firings;

    ExitBench(
            AccountId account,
            Supplier<Rules> rules,
            MarkBook marks,
            ModelPrices model,
            ExitHold hold,
            ClosingDesk closing,
            Alarms alarms,
            Firings firings) {
        this.account = account;
        this.rules = rules;
        this.marks = marks;
        this.model = model;
        this.hold = hold;
        this.closing = closing;
        this.alarms = alarms;
        this.firings = firings;
    }

    /// The full look at a position: its alarms, and the model's price while it cannot be seen.
    void evaluate(HeldPosition held, Conditions now, Instant asOf) {
        alone(
                held,
                asOf,
                () ->
                        marks.series(held.id(), now.session(), asOf)
                                .ifPresent(series -> evaluate(held, series, now, asOf)));
    }

    /// The exit that fires on what was just seen of a position, by what is in memory alone. What
    /// breaks is left to the next evaluation.
    Optional<Exit> glance(HeldPosition held, Conditions now, Instant asOf) {
        try {
            return marks.series(held.id(), now.session(), asOf)
                    .flatMap(series ->
                            decide(
                                    held,
                                    series,
                                    now,
                                    underlying(held, now, asOf),
                                    Optional.empty(),
                                    asOf))
                    .filter(exit ->
                            !ExitHold.holdsBack(
                                    exit.rule(), held.position().instrument(), now.unsettled()))
                    .filter(exit -> closing.takes(held.id(), exit.rule()));
        } catch (RuntimeException failure) {
            LOG.error("{} not judged", held.position().instrument().symbol(), failure);
            marks.drop(held.id());
            return Optional.empty();
        }
    }

    /// Closes a position under an exit. A close that cannot begin waits for the next evaluation,
    /// not for the next quote.
    void close(HeldPosition held, Exit exit, Instant asOf) {
        boolean isDone =
                alone(
                        held,
                        asOf,
                        () -> {
                            marks.save(List.of(held.id()));
                            begin(held, exit, asOf);
                        });
        if (!isDone) {
            marks.drop(held.id());
        }
    }

    private void evaluate(HeldPosition held, MarkSeries series, Conditions now, Instant asOf) {
        Optional<Price> underlying = underlying(held, now, asOf);
        series.newest()
                .filter(mark -> !mark.bid().isZero())
                .ifPresent(
                        mark -> underlying.ifPresent(price -> model.remember(held, mark, price)));
        alarms.look(held, series, asOf);
        Optional<Price> modelPrice =
                series.blindSince()
                        .flatMap(_ -> underlying)
                        .flatMap(price -> model.price(held, price, asOf));
        decide(held, series, now, underlying, modelPrice, asOf)
                .ifPresent(exit -> begin(held, exit, asOf));
    }

    private Optional<Exit> decide(
            HeldPosition held,
            MarkSeries series,
            Conditions now,
            Optional<Price> underlying,
            Optional<Price> modelPrice,
            Instant asOf) {
        var inputs =
                new ExitInputs(
                        held,
                        now.flattening(),
                        series,
                        underlying,
                        modelPrice,
                        now.session(),
                        asOf);
        return rules.get().exits().decide(inputs);
    }

    /// What the last evaluation knew of halts may be some seconds old, so that is asked anew.
    private void begin(HeldPosition held, Exit exit, Instant asOf) {
        if (hold.holdsBack(exit.rule(), held.position().instrument(), asOf)) {
            alarms.heldBack(held, exit, asOf);
            return;
        }
        switch (closing.begin(held, exit)) {
            case BEGUN -> firings.count(exit.rule());
            case GOES_ON -> {}
            case OUTDATED -> marks.drop(held.id());
        }
    }

    private Optional<Price> underlying(HeldPosition held, Conditions now, Instant asOf) {
        return now.underlying(
                held.position().instrument().ticker(),
                rules.get().settings().underlyingAge(),
                asOf);
    }

    /// @return false when the work broke, of which a person has been told
    private boolean alone(HeldPosition held, Instant asOf, Runnable work) {
        try (var _ = LogContext.of(account).open()) {
            work.run();
            return true;
        } catch (RuntimeException failure) {
            LOG.error("{} not judged", held.position().instrument().symbol(), failure);
            alarms.notJudged(held, failure, asOf);
            return false;
        }
    }
}
