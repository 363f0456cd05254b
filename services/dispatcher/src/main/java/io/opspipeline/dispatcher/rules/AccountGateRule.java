package io.opspipeline.dispatcher.rules;

import io.opspipeline.domain.account.AllowedActions;
import io.opspipeline.domain.calendar.Session;
import io.opspipeline.domain.dispatch.LimitUsage;
import io.opspipeline.domain.gate.GateCode;
import io.opspipeline.domain.gate.GateVerdict;
import io.opspipeline.domain.instrument.InstrumentType;
import io.opspipeline.domain.market.TradingHalt;
import io.opspipeline.domain.signal.Action;
import io.opspipeline.domain.signal.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/// The account gates (trading rules, section 8). Each is evaluated whatever another said; a gate
/// that lacks an input, or fails to compute, blocks.
public final class AccountGateRule {

    private final EntryLimits limits;

    /// @param limits the figures to hold entries against
    public AccountGateRule(EntryLimits limits) {
        this.limits = limits;
    }

    /// One verdict per account gate, in table order.
    public List<GateVerdict> judge(EntryInputs inputs) {
        return EnumSet.allOf(GateCode.class).stream()
                .filter(gate -> gate.phase() == GateCode.Phase.ACCOUNT)
                .map(gate -> safely(gate, inputs))
                .toList();
    }

    private GateVerdict safely(GateCode gate, EntryInputs inputs) {
        try {
            return verdict(gate, inputs);
        } catch (RuntimeException broken) {
            return GateVerdict.missing(gate, "a computable input (" + broken.getMessage() + ")");
        }
    }

    private GateVerdict verdict(GateCode gate, EntryInputs in) {
        return switch (gate) {
            case ENTRY_WINDOW -> entryWindow(in);
            case TRADING_STATE -> AccountStanding.tradingState(in);
            case STREAM_READY -> streamReady(in);
            case SIGNAL_FRESH -> signalFresh(in);
            case CONFIDENCE -> confidence(in);
            case ACTION_ALLOWED -> actionAllowed(in);
            case DAILY_LOSS -> dailyLoss(in);
            case MAX_POSITIONS ->
                    below(gate, in.usage().working().size(), in.account().limits().maxPositions());
            case TICKER_COOLDOWN ->
                    pause(gate, lastEntryIn(in), limits.tickerCooldown(), in.asOf());
            case TICKER_DAILY -> below(gate, entriesTodayIn(in), limits.tickerDaily());
            case ACCOUNT_DAILY ->
                    below(
                            gate,
                            in.usage().entriesToday().size(),
                            in.account().limits().dailyEntries());
            case PACE -> pause(gate, lastEntry(in), limits.pace(), in.asOf());
            case DUPLICATE_POSITION -> duplicatePosition(in);
            case CLUSTER -> below(gate, clusterSize(in), limits.clusterSize());
            case ACCOUNT_STATUS -> AccountStanding.accountStatus(in, limits.optionsLevel());
            case EXIT_ROOM, COST, MAX_EXPOSURE, RISK_BUDGET, BUYING_POWER ->
                    throw new IllegalArgumentException(gate + " is not an account gate");
        };
    }

    private GateVerdict entryWindow(EntryInputs in) {
        if (in.session().isEmpty()) {
            return GateVerdict.of(GateCode.ENTRY_WINDOW, false, "no session today", "a session");
        }
        Session session = in.session().get();
        Instant from = session.open().plus(limits.afterOpen());
        Instant to = session.close().minus(limits.beforeClose());
        boolean inside = !in.asOf().isBefore(from) && in.asOf().isBefore(to);
        return GateVerdict.of(
                GateCode.ENTRY_WINDOW, inside, in.asOf(), "[" + from + ", " + to + ")");
    }

    /// A sign of life that is as far in the future says as little: one of the clocks is wrong.
    private GateVerdict streamReady(EntryInputs in) {
        return in.stream()
                .map(sign ->
                        GateVerdict.of(
                                GateCode.STREAM_READY,
                                sign.reconciled()
                                        && sign.age().abs().compareTo(limits.streamAge()) <= 0,
                                seconds(sign.age())
                                        + (sign.reconciled() ? ", reconciled" : ", not reconciled"),
                                "<= " + seconds(limits.streamAge()) + ", reconciled"))
                .orElseGet(
                        () -> GateVerdict.missing(GateCode.STREAM_READY, "trade-stream heartbeat"));
    }

    private GateVerdict signalFresh(EntryInputs in) {
        if (in.newestBarEnd().isEmpty()) {
            return GateVerdict.missing(
                    GateCode.SIGNAL_FRESH, "a stored bar of " + in.signal().ticker());
        }
        if (in.halt().isPresent()) {
            TradingHalt halt = in.halt().get();
            return GateVerdict.of(
                    GateCode.SIGNAL_FRESH,
                    false,
                    "halted since " + halt.at() + ": " + halt.reason(),
                    "trading is not halted");
        }
        Duration barAge = Duration.between(in.newestBarEnd().get(), in.asOf());
        boolean fresh =
                in.asOf().isBefore(in.signal().expiresAt())
                        && barAge.compareTo(limits.barAge()) <= 0;
        return GateVerdict.of(
                GateCode.SIGNAL_FRESH,
                fresh,
                "bar age " + seconds(barAge),
                "bar age <= " + seconds(limits.barAge()) + ", before " + in.signal().expiresAt());
    }

    private GateVerdict confidence(EntryInputs in) {
        Signal signal = in.signal();
        double value = signal.confidence().value();
        if (signal.instrumentType() == InstrumentType.STOCK) {
            return GateVerdict.of(
                    GateCode.CONFIDENCE,
                    value > limits.confidenceStock(),
                    value,
                    "> " + limits.confidenceStock());
        }
        return switch (in.account().strategy()) {
            case SWING ->
                    GateVerdict.of(
                            GateCode.CONFIDENCE,
                            value > limits.confidenceSwing(),
                            value,
                            "> " + limits.confidenceSwing());
            case DAY -> dayConfidence(signal, value);
        };
    }

    private GateVerdict dayConfidence(Signal signal, double value) {
        if (signal.features().volumeRatio().isEmpty()) {
            return GateVerdict.missing(GateCode.CONFIDENCE, "volume_ratio");
        }
        double ratio = signal.features().volumeRatio().getAsDouble();
        return GateVerdict.of(
                GateCode.CONFIDENCE,
                value >= limits.confidenceDay() && ratio >= limits.dayVolumeRatio(),
                value + ", volume_ratio " + ratio,
                ">= " + limits.confidenceDay() + ", volume_ratio >= " + limits.dayVolumeRatio());
    }

    private static GateVerdict actionAllowed(EntryInputs in) {
        Action action = in.signal().action();
        AllowedActions allowed = in.account().actions();
        boolean passed =
                switch (action) {
                    case BUY_CALL, BUY_PUT -> true;
                    case BUY_STOCK -> allowed == AllowedActions.HYBRID;
                    case HOLD -> false;
                };
        return GateVerdict.of(GateCode.ACTION_ALLOWED, passed, action, allowed);
    }

    private static GateVerdict dailyLoss(EntryInputs in) {
        var floor = in.account().limits().dailyLoss().negated();
        return in.todayPnl()
                .map(pnl ->
                        GateVerdict.of(GateCode.DAILY_LOSS, pnl.exceeds(floor), pnl, "> " + floor))
                .orElseGet(
                        () -> GateVerdict.missing(GateCode.DAILY_LOSS, "today's profit and loss"));
    }

    private static GateVerdict duplicatePosition(EntryInputs in) {
        boolean none =
                in.usage().working().stream()
                        .noneMatch(held -> held.ticker().equals(in.signal().ticker()));
        return GateVerdict.of(
                GateCode.DUPLICATE_POSITION,
                none,
                none ? "none" : "one in " + in.signal().ticker(),
                "none");
    }

    private static long entriesTodayIn(EntryInputs in) {
        return in.usage().entriesToday().stream()
                .filter(entry -> entry.ticker().equals(in.signal().ticker()))
                .count();
    }

    private static long clusterSize(EntryInputs in) {
        int direction = in.signal().instrumentType().direction();
        return in.usage().working().stream()
                .filter(held -> held.sector().equals(in.dispatch().sector()))
                .filter(held -> held.type().direction() == direction)
                .count();
    }

    private static Optional<Instant> lastEntryIn(EntryInputs in) {
        return in.usage().lastEntries().stream()
                .filter(entry -> entry.ticker().equals(in.signal().ticker()))
                .map(LimitUsage.Entry::submittedAt)
                .max(Instant::compareTo);
    }

    private static Optional<Instant> lastEntry(EntryInputs in) {
        return in.usage().lastEntries().stream()
                .map(LimitUsage.Entry::submittedAt)
                .max(Instant::compareTo);
    }

    private static GateVerdict pause(
            GateCode gate, Optional<Instant> last, Duration pause, Instant asOf) {
        if (last.isEmpty()) {
            return GateVerdict.of(gate, true, "no entry", ">= " + seconds(pause));
        }
        Duration since = Duration.between(last.get(), asOf);
        return GateVerdict.of(
                gate, since.compareTo(pause) >= 0, seconds(since), ">= " + seconds(pause));
    }

    private static GateVerdict below(GateCode gate, long observed, long limit) {
        return GateVerdict.of(gate, observed < limit, observed, "< " + limit);
    }

    private static String seconds(Duration duration) {
        return duration.toSeconds() + " s";
    }
}
