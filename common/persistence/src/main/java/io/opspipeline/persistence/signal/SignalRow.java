package io.opspipeline.persistence.signal;

import io.opspipeline.domain.signal.Action;
import io.opspipeline.domain.signal.Confidence;
import io.opspipeline.domain.signal.FeatureRow;
import io.opspipeline.domain.signal.Sentiment;
import io.opspipeline.domain.signal.Signal;
import io.opspipeline.domain.signal.StoredSignal;
import io.opspipeline.persistence.sql.Row;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalDouble;

/// Reads rows of `dispatch_recommendations`.
public final class SignalRow {

    private SignalRow() {}

    /// The signal of a row that has all columns of the table.
    public static StoredSignal read(Row row) throws SQLException {
        Signal signal =
                new Signal(
                        row.ticker("ticker"),
                        row.constant("action", Action.class),
                        new Confidence(row.number("confidence")),
                        features(row),
                        sentiment(row.optionalNumber("sentiment")),
                        row.text("rule_version"));
        return new StoredSignal(row.bigint("signal_id"), signal);
    }

    private static FeatureRow features(Row row) throws SQLException {
        return new FeatureRow(
                row.ticker("ticker"),
                row.instant("bar_ts"),
                row.price("close"),
                row.optionalNumber("sma20"),
                row.optionalNumber("sma50"),
                row.optionalNumber("volume_ratio"),
                row.optionalInteger("trend_state"),
                row.integer("run_length"),
                row.optionalNumber("distance_sma20"),
                row.optionalInteger("breakout"),
                row.optionalNumber("alignment"),
                row.optionalNumber("recent_vol"),
                row.optionalNumber("atr14"),
                row.optionalNumber("rsi14"),
                row.optionalNumber("vwap"));
    }

    private static Optional<Sentiment> sentiment(OptionalDouble signed) {
        return signed.isPresent()
                ? Optional.of(new Sentiment(signed.getAsDouble()))
                : Optional.empty();
    }
}
