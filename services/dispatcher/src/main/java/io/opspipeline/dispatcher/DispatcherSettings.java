package io.opspipeline.dispatcher;

import io.opspipeline.dispatcher.EntryAttempt.EntryRules;
import io.opspipeline.dispatcher.rules.AccountGateRule;
import io.opspipeline.dispatcher.rules.ContractLimits;
import io.opspipeline.dispatcher.rules.EntryLimits;
import io.opspipeline.dispatcher.rules.LadderRule;
import io.opspipeline.dispatcher.rules.PlanGateRule;
import io.opspipeline.persistence.position.ExitLevels;
import io.opspipeline.ports.setting.Described;
import io.opspipeline.ports.setting.InRange;
import io.opspipeline.ports.setting.SafetyFloor;
import io.opspipeline.ports.setting.SettingsPrefix;
import java.math.BigDecimal;
import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The figures of trading rules, section 8, that are the same for every account. Limits of one
/// account are columns of its row in `accounts`.
@SettingsPrefix("dispatcher")
record DispatcherSettings(
        @Described("When entries are allowed") Window window,
        @Described("How old inputs may be") Freshness freshness,
        @Described("What a signal must reach") ConfidenceFloor confidence,
        @Described("Pauses and counts between entries") Spacing spacing,
        @Described("Largest cost of a round trip as a share of the plan price") Cost cost,
        @Described("Choice of the contract") Contract contract,
        @Described("Price ladder of an entry") Ladder ladder,
        @Described("Least time from an entry to its earliest forced exit")
                @InRange(min = "1m", max = "6h")
                @DefaultValue("30m")
                Duration exitRoom,
        @Described("Share of the money at work that counts against the daily loss limit")
                @InRange(min = "0.01", max = "1")
                @DefaultValue("0.30")
                BigDecimal riskBudgetShare,
        @Described("Lowest options level that buys calls and puts")
                @InRange(min = "2", max = "3")
                @DefaultValue("2")
                int optionsLevel,
        @Described("How long a claimed row stays claimed without an order")
                @InRange(min = "5s", max = "10m")
                @DefaultValue("60s")
                Duration claimLife) {

    /// Refuses figures under which an option entry does not survive its own stop for one evaluation
    /// (trading rules, section 9; incident 40): it is bought at the ask and judged at the bid.
    DispatcherSettings {
        double stopDistance = 1 - ExitLevels.standard().optionStop().doubleValue();
        requireSurvival(stopDistance, contract.spread(), "swing", cost.swing());
        requireSurvival(stopDistance, contract.spread(), "day", cost.day());
    }

    /// The widest quote is one that both the choice of the contract and the gate COST let pass.
    private static void requireSurvival(
            double stopDistance, double spread, String strategy, BigDecimal cost) {
        double widest = Math.min(spread / (1 + spread / 2), cost.doubleValue());
        if (widest >= stopDistance) {
            throw new IllegalArgumentException(
                    "contract.spread %s and cost.%s %s let an entry lose %.1f %% to its own spread, and its stop closes it at %.1f %%"
                            .formatted(spread, strategy, cost, 100 * widest, 100 * stopDistance));
        }
    }

    record Window(
            @Described("No entry before the open plus this")
                    @InRange(min = "0s", max = "2h")
                    @DefaultValue("5m")
                    Duration afterOpen,
            @Described("No entry from the close minus this")
                    @InRange(min = "0s", max = "3h")
                    @DefaultValue("15m")
                    Duration beforeClose) {}

    record Freshness(
            @Described("Oldest sign of life of the trade stream")
                    @InRange(min = "5s", max = "5m")
                    @DefaultValue("30s")
                    Duration stream,
            @Described("Oldest newest bar of the ticker")
                    @InRange(min = "30s", max = "10m")
                    @DefaultValue("120s")
                    Duration bar,
            @Described("Oldest sighting of a contract's quote")
                    @InRange(min = "1s", max = "5m")
                    @DefaultValue("60s")
                    Duration quote) {}

    record ConfidenceFloor(
            @Described("A swing entry must exceed it")
                    @InRange(min = "0", max = "1")
                    @DefaultValue("0.45")
                    double swing,
            @Described("A day entry must reach it")
                    @InRange(min = "0", max = "1")
                    @DefaultValue("0.60")
                    double day,
            @Described("A stock entry must exceed it")
                    @InRange(min = "0", max = "1")
                    @DefaultValue("0.35")
                    double stock,
            @Described("Volume ratio that a day entry must reach")
                    @InRange(min = "0", max = "20")
                    @DefaultValue("2.0")
                    double dayVolumeRatio) {}

    record Spacing(
            @Described("Pause after an entry in the same ticker")
                    @InRange(min = "0s", max = "6h")
                    @DefaultValue("15m")
                    Duration tickerCooldown,
            @Described("Most entries in one ticker and New York day, exclusive")
                    @InRange(min = "1", max = "20")
                    @DefaultValue("2")
                    int tickerDaily,
            @Described("Pause after any entry of the account")
                    @InRange(min = "0s", max = "6h")
                    @DefaultValue("10m")
                    Duration pace,
            @Described("Positions of one sector and direction, exclusive")
                    @InRange(min = "1", max = "20")
                    @DefaultValue("2")
                    int cluster) {}

    record Cost(
            @Described("Swing") @InRange(min = "0", max = "1") @DefaultValue("0.04")
                    BigDecimal swing,
            @Described("Day") @InRange(min = "0", max = "1") @DefaultValue("0.06")
                    BigDecimal day) {}

    record Contract(
            @Described("Fewest days to expiry tried first, swing")
                    @InRange(min = "1", max = "365")
                    @DefaultValue("14")
                    int swingFarFirst,
            @Described("Most days to expiry, swing")
                    @InRange(min = "1", max = "365")
                    @DefaultValue("30")
                    int swingFarLast,
            @Described("Fewest days to expiry tried second, swing")
                    @InRange(min = "1", max = "365")
                    @DefaultValue("7")
                    int swingNearFirst,
            @Described("Most days to expiry, day") @InRange(min = "0", max = "7") @DefaultValue("1")
                    int dayLast,
            @Described("Most a day strike may be out of the money, share of spot")
                    @InRange(min = "0", max = "0.2")
                    @DefaultValue("0.015")
                    double dayOutOfMoney,
            @Described("Absolute delta whose strike a day entry aims at")
                    @InRange(min = "0.05", max = "0.95")
                    @DefaultValue("0.35")
                    double dayDelta,
            @Described("Spread over mid must be below it")
                    @InRange(min = "0.001", max = "0.5")
                    @DefaultValue("0.10")
                    double spread,
            @Described("Least mid, dollars per share")
                    @InRange(min = "0.01", max = "100")
                    @DefaultValue("0.30")
                    BigDecimal premium,
            @Described("Most distance of the strike from its target, share of the target")
                    @InRange(min = "0.001", max = "0.5")
                    @DefaultValue("0.05")
                    double strikeDistance,
            @Described("Session volume must exceed it")
                    @InRange(min = "0", max = "100000")
                    @DefaultValue("200")
                    @SafetyFloor
                    long volume,
            @Described("Open interest that stands in for volume")
                    @InRange(min = "0", max = "1000000")
                    @DefaultValue("500")
                    @SafetyFloor
                    int openInterest,
            @Described("Least size on both sides when open interest stands in for volume")
                    @InRange(min = "0", max = "10000")
                    @DefaultValue("10")
                    @SafetyFloor
                    int size,
            @Described("Least total score") @InRange(min = "0", max = "100") @DefaultValue("40")
                    double score,
            @Described("Riskless rate for implied volatility and greeks")
                    @InRange(min = "0", max = "0.2")
                    @DefaultValue("0.04")
                    double rate) {

        /// Refuses days to expiry in the wrong order.
        Contract {
            if (swingNearFirst >= swingFarFirst || swingFarFirst > swingFarLast) {
                throw new IllegalArgumentException(
                        "days to expiry must go up from swing-near-first over swing-far-first to"
                                + " swing-far-last, were %d, %d, %d"
                                        .formatted(swingNearFirst, swingFarFirst, swingFarLast));
            }
        }
    }

    record Ladder(
            @Described("Time from one order to the next")
                    @InRange(min = "1s", max = "60s")
                    @DefaultValue("5s")
                    Duration step,
            @Described("Most a limit may be, as a multiple of the plan price")
                    @InRange(min = "1", max = "1.2")
                    @DefaultValue("1.03")
                    BigDecimal ceiling) {}

    EntryLimits entryLimits() {
        return new EntryLimits(
                window.afterOpen(),
                window.beforeClose(),
                freshness.stream(),
                freshness.bar(),
                confidence.swing(),
                confidence.day(),
                confidence.stock(),
                confidence.dayVolumeRatio(),
                spacing.tickerCooldown(),
                spacing.tickerDaily(),
                spacing.pace(),
                spacing.cluster(),
                optionsLevel,
                exitRoom,
                cost.swing(),
                cost.day(),
                riskBudgetShare);
    }

    EntryRules entryRules() {
        EntryLimits limits = entryLimits();
        return new EntryRules(
                new AccountGateRule(limits),
                new PlanGateRule(limits),
                ladderRule(),
                riskBudgetShare);
    }

    LadderRule ladderRule() {
        return new LadderRule(ladder.step(), ladder.ceiling());
    }

    ContractLimits contractLimits() {
        return new ContractLimits(
                new ContractLimits.Days(contract.swingFarFirst(), contract.swingFarLast()),
                new ContractLimits.Days(contract.swingNearFirst(), contract.swingFarFirst() - 1),
                new ContractLimits.Days(0, contract.dayLast()),
                contract.dayOutOfMoney(),
                contract.dayDelta(),
                freshness.quote(),
                contract.spread(),
                contract.premium(),
                contract.strikeDistance(),
                contract.volume(),
                contract.openInterest(),
                contract.size(),
                contract.score(),
                contract.rate());
    }
}
