package io.opspipeline.cli.position;

import io.opspipeline.cli.market.MarketMoment;
import io.opspipeline.cli.position.Held.HeldLine;
import io.opspipeline.cli.position.Held.WorkingOrder;
import io.opspipeline.domain.account.Strategy;
import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.instrument.InstrumentType;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.instrument.Ticker;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads what is held, and the orders at work.
public final class HeldReader {

    private static final String POSITIONS =
            """
            select * from active_positions
            where state in ('OPEN', 'CLOSING') and (?::text is null or account_id = ?)
            order by account_id, symbol
            """;

    private static final String ORDERS =
            """
            select * from orders
            where ended_at is null and (?::text is null or account_id = ?)
            order by created_at, client_order_id
            """;

    private static final String FIGURES =
            "select key, value from settings where starts_with(key, 'position-manager.exits.')";

    private final JdbcClient jdbc;

    /// Reads from a database.
    public HeldReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// What is held now. Orders are read first: what fills between the two is seen as held.
    ///
    /// @param account only this one's; empty for all
    public Held read(MarketMoment now, Optional<String> account) {
        ExitFigures figures = figures();
        String id = account.orElse(null);
        List<WorkingOrder> orders =
                jdbc.sql(ORDERS).param(id).param(id).query((row, _) -> order(row)).list();
        return new Held(
                now.at(),
                jdbc.sql(POSITIONS)
                        .param(id)
                        .param(id)
                        .query((row, _) -> held(row, now, figures))
                        .list(),
                orders);
    }

    private ExitFigures figures() {
        Map<String, String> stored = new HashMap<>();
        jdbc.sql(FIGURES)
                .query(row -> {
                    stored.put(row.getString(1), row.getString(2));
                });
        return ExitFigures.of(stored);
    }

    private static HeldLine held(ResultSet row, MarketMoment now, ExitFigures figures)
            throws SQLException {
        int quantity = row.getInt("quantity");
        BigDecimal entry = row.getBigDecimal("entry_price");
        Optional<BigDecimal> mark = decimal(row, "last_mark");
        BigDecimal shares = BigDecimal.valueOf((long) quantity * row.getInt("multiplier"));
        return new HeldLine(
                row.getString("account_id"),
                row.getString("ticker"),
                row.getString("symbol"),
                quantity,
                entry,
                mark,
                instant(row, "last_mark_at").flatMap(now::age).map(Duration::toSeconds),
                mark.map(bid -> cents(bid.subtract(entry).multiply(shares))),
                mark.filter(_ -> entry.signum() > 0).map(bid -> percent(bid, entry)),
                row.getBigDecimal("stop_loss"),
                row.getBigDecimal("take_profit"),
                decimal(row, "peak_mark"),
                row.getString("state"),
                exit(row, mark, figures),
                row.getTimestamp("opened_at").toInstant());
    }

    private static String exit(ResultSet row, Optional<BigDecimal> mark, ExitFigures figures)
            throws SQLException {
        String closing = row.getString("closing_rule");
        if (closing != null) {
            return "closing by " + closing;
        }
        return new NearestExit(
                        instrument(row),
                        Strategy.valueOf(row.getString("strategy")),
                        row.getInt("quantity"),
                        row.getTimestamp("opened_at").toInstant(),
                        row.getBigDecimal("entry_price"),
                        row.getBigDecimal("stop_loss"),
                        row.getBigDecimal("take_profit"),
                        decimal(row, "peak_mark"),
                        row.getBoolean("partial_taken"))
                .at(mark, figures);
    }

    private static Instrument instrument(ResultSet row) throws SQLException {
        String symbol = row.getString("symbol");
        return switch (InstrumentType.valueOf(row.getString("instrument_type"))) {
            case CALL, PUT -> new Instrument.Option(OccSymbol.parse(symbol));
            case STOCK -> new Instrument.Stock(Ticker.of(symbol));
        };
    }

    private static WorkingOrder order(ResultSet row) throws SQLException {
        return new WorkingOrder(
                row.getTimestamp("created_at").toInstant(),
                row.getString("account_id"),
                row.getString("client_order_id"),
                row.getString("side"),
                row.getString("symbol"),
                row.getInt("quantity"),
                row.getInt("filled_quantity"),
                decimal(row, "limit_price"),
                row.getString("state"),
                Optional.ofNullable(row.getString("exit_rule")));
    }

    private static BigDecimal cents(BigDecimal dollars) {
        return dollars.setScale(2, RoundingMode.HALF_EVEN);
    }

    private static BigDecimal percent(BigDecimal mark, BigDecimal entry) {
        return mark.subtract(entry)
                .multiply(BigDecimal.valueOf(100))
                .divide(entry, 1, RoundingMode.HALF_EVEN);
    }

    private static Optional<BigDecimal> decimal(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getBigDecimal(column));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }
}
