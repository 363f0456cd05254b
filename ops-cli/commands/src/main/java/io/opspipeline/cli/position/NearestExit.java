package io.opspipeline.cli.position;

import io.opspipeline.cli.output.Decimals;
import io.opspipeline.cli.output.MarketTime;
import io.opspipeline.domain.account.Strategy;
import io.opspipeline.domain.calendar.NewYork;
import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.order.ExitReason;
import io.opspipeline.domain.position.ForcedExitTimes;
import io.opspipeline.domain.position.ForcedExits;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Which exit a position is nearest to: of the rules on its price the one whose level is the
/// smallest part of the mark away, and of the rules of time the earliest. The rules on the
/// underlying are left out: they need its price.
///
/// @param instrument what is held
/// @param strategy the strategy it was entered under
/// @param quantity held
/// @param openedAt first fill, UTC
/// @param entry average price paid
/// @param stop level of the stop
/// @param target level of the target
/// @param peak the highest mark
/// @param partialTaken true once half was sold
record NearestExit(
        Instrument instrument,
        Strategy strategy,
        int quantity,
        Instant openedAt,
        BigDecimal entry,
        BigDecimal stop,
        BigDecimal target,
        Optional<BigDecimal> peak,
        boolean partialTaken) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private record Level(ExitReason rule, BigDecimal price) {

        BigDecimal distance(BigDecimal mark) {
            return price.subtract(mark).abs();
        }
    }

    /// In words, such as `STOP_LOSS 1.40 (8% away), MAX_HOLD 14:05:00`.
    String at(Optional<BigDecimal> mark, ExitFigures figures) {
        String byTime = byTime();
        return mark.filter(bid -> bid.signum() > 0)
                .map(bid -> byPrice(bid, figures) + ", " + byTime)
                .orElse(byTime);
    }

    private String byPrice(BigDecimal mark, ExitFigures figures) {
        Level nearest =
                levels(figures).stream()
                        .min(Comparator.comparing(level -> level.distance(mark)))
                        .orElseThrow();
        return "%s %s (%s%% away)"
                .formatted(
                        nearest.rule(),
                        Decimals.text(nearest.price()),
                        nearest.distance(mark)
                                .multiply(HUNDRED)
                                .divide(mark, 0, RoundingMode.HALF_UP));
    }

    private List<Level> levels(ExitFigures figures) {
        List<Level> levels = new ArrayList<>();
        levels.add(new Level(ExitReason.STOP_LOSS, stop));
        levels.add(new Level(ExitReason.TAKE_PROFIT, target));
        peak.filter(high -> high.compareTo(entry.multiply(figures.trailingArm())) >= 0)
                .map(high -> high.multiply(figures.trailingShare()))
                .ifPresent(trail -> levels.add(new Level(ExitReason.TRAILING_STOP, trail)));
        if (!partialTaken && quantity >= 2) {
            levels.add(new Level(ExitReason.PARTIAL, entry.multiply(figures.partialGain())));
        }
        return levels;
    }

    private String byTime() {
        ForcedExits forced = new ForcedExits(SessionCalendar.nyse(), ForcedExitTimes.DEFAULT);
        Instant first = forced.earliest(strategy, instrument, openedAt);
        String rule = rule(forced, first).name();
        return NewYork.dateOf(first).equals(NewYork.dateOf(openedAt))
                ? rule + " " + MarketTime.time(first)
                : rule + " " + MarketTime.dated(first);
    }

    private ExitReason rule(ForcedExits forced, Instant first) {
        if (forced.expiry(strategy, instrument).filter(first::equals).isPresent()) {
            return ExitReason.EXPIRY;
        }
        return forced.endOfDay(strategy, openedAt).filter(first::equals).isPresent()
                ? ExitReason.END_OF_DAY
                : ExitReason.MAX_HOLD;
    }
}
