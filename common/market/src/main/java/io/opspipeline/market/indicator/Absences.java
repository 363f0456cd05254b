package io.opspipeline.market.indicator;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;

/// Finds out why values are absent. It is asked for the newest row only, so it costs nothing on the
/// way there.
final class Absences {

    private final Map<Feature, AbsenceReason> found = new EnumMap<>(Feature.class);

    private Absences() {}

    /// The reasons after the last bar, by feature.
    static Map<Feature, AbsenceReason> of(Indicators last) {
        var absences = new Absences();
        absences.windows(last);
        absences.volumes(last);
        absences.movements(last);
        absences.frames(last);
        return Collections.unmodifiableMap(absences.found);
    }

    private void windows(Indicators last) {
        boolean isShort = last.sma20().isEmpty();
        note(Feature.SMA20, isShort, AbsenceReason.TOO_FEW_BARS);
        note(Feature.DISTANCE_SMA20, isShort, AbsenceReason.TOO_FEW_BARS);
        note(Feature.SMA50, last.sma50().isEmpty(), AbsenceReason.TOO_FEW_BARS);
        note(Feature.TREND_STATE, last.trend().state().isEmpty(), AbsenceReason.TOO_FEW_BARS);
        note(Feature.BREAKOUT, last.breakout().state().isEmpty(), AbsenceReason.TOO_FEW_BARS);
        note(Feature.ATR14, last.range().value().isEmpty(), AbsenceReason.TOO_FEW_BARS);
    }

    private void volumes(Indicators last) {
        boolean isYoung = last.volumeRatio().isYoung();
        note(
                Feature.VOLUME_RATIO,
                last.volumeRatio().value().isEmpty(),
                isYoung ? AbsenceReason.SESSION_TOO_YOUNG : AbsenceReason.NO_VOLUME);
        note(Feature.VWAP, last.vwap().value().isEmpty(), AbsenceReason.NO_VOLUME);
    }

    private void movements(Indicators last) {
        movement(Feature.RSI14, last.strength().value(), last.strength().isReady());
        movement(Feature.RECENT_VOL, last.volatility().value(), last.volatility().isReady());
    }

    private void movement(Feature feature, OptionalDouble value, boolean isReady) {
        note(
                feature,
                value.isEmpty(),
                isReady ? AbsenceReason.NO_MOVEMENT : AbsenceReason.TOO_FEW_BARS);
    }

    private void frames(Indicators last) {
        boolean isFrameless = last.alignment().available() == 0;
        note(
                Feature.ALIGNMENT,
                last.alignment().share(last.trend().direction()).isEmpty(),
                isFrameless ? AbsenceReason.NO_FRAME : AbsenceReason.NO_TREND);
    }

    private void note(Feature feature, boolean isAbsent, AbsenceReason reason) {
        if (isAbsent) {
            found.put(feature, reason);
        }
    }
}
