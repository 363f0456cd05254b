package io.opspipeline.positionmanager;

import io.opspipeline.domain.account.Strategy;
import io.opspipeline.domain.calendar.Session;
import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.domain.position.ForcedExitTimes;
import io.opspipeline.domain.position.ForcedExits;
import io.opspipeline.persistence.position.ExitLevels;
import io.opspipeline.ports.setting.Described;
import io.opspipeline.ports.setting.InRange;
import io.opspipeline.ports.setting.SettingsPrefix;
import io.opspipeline.positionmanager.rules.ClosingLimits;
import io.opspipeline.positionmanager.rules.ExitLimits;
import io.opspipeline.positionmanager.rules.ExitRule;
import io.opspipeline.positionmanager.rules.MarkRule;
import io.opspipeline.positionmanager.rules.QuoteLimits;
import io.opspipeline.positionmanager.rules.SurvivalRule;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The figures of trading rules, section 9. Stop and target are stored with each position, and the
/// times of the forced exits are one function with the dispatcher's.
@SettingsPrefix("position-manager")
record PositionManagerSettings(
        @Described("Time from one evaluation to the next while anything is held")
                @InRange(min = "1s", max = "30s")
                @DefaultValue("5s")
                Duration evaluation,
        @Described("Oldest bar of the underlying that an exit may read")
                @InRange(min = "60s", max = "10m")
                @DefaultValue("120s")
                Duration underlyingAge,
        @Described("Riskless rate of the model price")
                @InRange(min = "0", max = "0.2")
                @DefaultValue("0.04")
                double rate,
        @Described("Which quotes may be believed") Quotes quotes,
        @Described("When exits fire") Exits exits,
        @Described("How closing orders are priced") Closing closing,
        @Described("What stops entries") Breakers breakers) {

    private static final SessionCalendar CALENDAR = SessionCalendar.nyse();
    private static final ForcedExits FORCED = new ForcedExits(CALENDAR, ForcedExitTimes.DEFAULT);
    private static final Session ANY_SESSION = CALENDAR.next(LocalDate.of(2026, 6, 1));

    /// Refuses figures that contradict each other, and those under which an entry would not survive
    /// its own exits for one evaluation: at the start, and when stored settings change.
    PositionManagerSettings {
        new SurvivalRule(
                        new ExitRule(exits.limits(), FORCED),
                        new MarkRule(quotes.limits()),
                        FORCED,
                        ExitLevels.standard().optionStop(),
                        ExitLevels.standard().optionTarget())
                .fault(ANY_SESSION)
                .ifPresent(fault -> {
                    throw new IllegalArgumentException(fault);
                });
    }

    record Quotes(
            @Described("A sighting older than this does not count")
                    @InRange(min = "5s", max = "60s")
                    @DefaultValue("15s")
                    Duration oldest,
            @Described("A quote that the market made longer ago does not count")
                    @InRange(min = "1m", max = "8h")
                    @DefaultValue("15m")
                    Duration oldestQuote,
            @Described("Widest spread, share of the mid")
                    @InRange(min = "0.01", max = "1")
                    @DefaultValue("0.15")
                    BigDecimal spreadShare,
            @Described("Widest spread, in spreads of the entry")
                    @InRange(min = "1", max = "10")
                    @DefaultValue("2")
                    BigDecimal entrySpreads,
            @Described("Widest spread, in ticks") @InRange(min = "1", max = "20") @DefaultValue("2")
                    int ticks,
            @Described("Without a sighting for this long a contract is asked for")
                    @InRange(min = "1s", max = "15s")
                    @DefaultValue("5s")
                    Duration snapshotAfter,
            @Described("Sightings that a condition needs")
                    @InRange(min = "2", max = "20")
                    @DefaultValue("2")
                    int sightings,
            @Described("How far apart they must be")
                    @InRange(min = "1s", max = "60s")
                    @DefaultValue("2s")
                    Duration span,
            @Described("A bid of zero for this long is a price of zero")
                    @InRange(min = "10s", max = "10m")
                    @DefaultValue("60s")
                    Duration zeroBid,
            @Described("No usable quote for this long is an alarm")
                    @InRange(min = "10s", max = "10m")
                    @DefaultValue("60s")
                    Duration blind) {

        QuoteLimits limits() {
            return new QuoteLimits(
                    oldest,
                    oldestQuote,
                    spreadShare,
                    entrySpreads,
                    ticks,
                    snapshotAfter,
                    sightings,
                    span,
                    zeroBid,
                    blind);
        }
    }

    record Exits(
            @Described("No price rule fires before the open plus this")
                    @InRange(min = "0s", max = "60m")
                    @DefaultValue("5m")
                    Duration afterOpen,
            @Described("No rule but a flatten fires before the end of a trading halt plus this")
                    @InRange(min = "0s", max = "10m")
                    @DefaultValue("30s")
                    Duration afterHalt,
            @Described("Move of the underlying that closes, share")
                    @InRange(min = "0.005", max = "0.5")
                    @DefaultValue("0.03")
                    BigDecimal underlyingMove,
            @Described("Multiple of the entry that arms the trail")
                    @InRange(min = "1.01", max = "10")
                    @DefaultValue("1.34")
                    BigDecimal trailingArm,
            @Described("Share of the peak at which the trail fires")
                    @InRange(min = "0.1", max = "0.99")
                    @DefaultValue("0.75")
                    BigDecimal trailingShare,
            @Described("Multiple of the entry at which half is sold")
                    @InRange(min = "1.01", max = "10")
                    @DefaultValue("1.30")
                    BigDecimal partialGain,
            @Described("Stop of a price that is only computed, share of the entry")
                    @InRange(min = "0.1", max = "0.99")
                    @DefaultValue("0.70")
                    BigDecimal modelStop,
            @Described("How long the day's loss must last")
                    @InRange(min = "0s", max = "10m")
                    @DefaultValue("30s")
                    Duration dailyLossFor) {

        ExitLimits limits() {
            return new ExitLimits(
                    afterOpen, underlyingMove, trailingArm, trailingShare, partialGain, modelStop);
        }
    }

    record Closing(
            @Described("Time from one urgent order to the next")
                    @InRange(min = "1s", max = "60s")
                    @DefaultValue("3s")
                    Duration renewal,
            @Described("Time from one patient order to the next")
                    @InRange(min = "1s", max = "60s")
                    @DefaultValue("5s")
                    Duration patientStep,
            @Described("How long a patient close walks from mid to bid")
                    @InRange(min = "1s", max = "10m")
                    @DefaultValue("15s")
                    Duration patience,
            @Described("How long an urgent close offers at the bid before it goes to the market")
                    @InRange(min = "1s", max = "10m")
                    @DefaultValue("15s")
                    Duration marketAfter,
            @Described("Widest spread over mid that a market order may meet")
                    @InRange(min = "0.01", max = "1")
                    @DefaultValue("0.25")
                    BigDecimal marketSpread) {

        ClosingLimits limits() {
            return new ClosingLimits(renewal, patientStep, patience, marketAfter, marketSpread);
        }
    }

    record Breakers(
            @Described("Losing exits in a row that pause entries")
                    @InRange(min = "2", max = "20")
                    @DefaultValue("4")
                    int streak,
            @Described("How long the first pause of a day lasts")
                    @InRange(min = "1m", max = "6h")
                    @DefaultValue("60m")
                    Duration pause,
            @Described("Drawdown from the highest equity that stops entries, swing")
                    @InRange(min = "0.01", max = "1")
                    @DefaultValue("0.10")
                    BigDecimal drawdownSwing,
            @Described("Drawdown from the highest equity that stops entries, day")
                    @InRange(min = "0.01", max = "1")
                    @DefaultValue("0.30")
                    BigDecimal drawdownDay) {

        BigDecimal drawdown(Strategy strategy) {
            return switch (strategy) {
                case SWING -> drawdownSwing;
                case DAY -> drawdownDay;
            };
        }
    }
}
