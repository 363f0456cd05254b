package io.opspipeline.persistence.market;

import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.signal.Confidence;
import io.opspipeline.persistence.sql.Bound;
import io.opspipeline.persistence.sql.Column;
import io.opspipeline.persistence.sql.Database;
import io.opspipeline.persistence.sql.Row;
import io.opspipeline.ports.store.Universe;
import io.opspipeline.ports.store.UniverseRow;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Table `ticker_universe`.
public final class PostgresUniverse implements Universe {

    private final Database database;

    /// The universe of a database.
    public PostgresUniverse(Database database) {
        this.database = database;
    }

    @Override
    public List<UniverseRow> active() {
        return database.jdbc()
                .sql(
                        """
                        select ticker, source, sector, confidence, active
                        from ticker_universe where active order by ticker
                        """)
                .query((rs, _) -> row(new Row(rs)))
                .list();
    }

    /// SPY and QQQ are always among them; who asks a source that does not know one drops it.
    @Override
    public Set<Ticker> collected() {
        List<Ticker> tickers =
                database.jdbc()
                        .sql(
                                """
                                select ticker from ticker_universe where active
                                union
                                select ticker from active_positions where state in ('OPEN', 'CLOSING')
                                union
                                values ('SPY'), ('QQQ')
                                """)
                        .query((rs, _) -> new Row(rs).ticker("ticker"))
                        .list();
        return new TreeSet<>(tickers);
    }

    @Override
    public void publish(List<UniverseRow> rows, Instant at) {
        database.jdbc()
                .sql(
                        """
                        insert into ticker_universe (ticker, source, sector, confidence, active, changed_at)
                        select ticker, source, sector, confidence, active, :at::timestamptz
                        from unnest(:tickers::text[], :sources::text[], :sectors::text[],
                                :confidences::numeric[], :actives::boolean[])
                            as new (ticker, source, sector, confidence, active)
                        order by ticker
                        on conflict (ticker) do update set
                            source = excluded.source,
                            sector = excluded.sector,
                            confidence = excluded.confidence,
                            active = excluded.active,
                            changed_at = excluded.changed_at
                        """)
                .param("at", Bound.at(at))
                .param("tickers", Column.texts(rows, UniverseRow::ticker))
                .param("sources", Column.texts(rows, UniverseRow::source))
                .param("sectors", Column.optionalTexts(rows, UniverseRow::sector))
                .param("confidences", Column.texts(rows, row -> row.confidence().value()))
                .param("actives", Column.texts(rows, UniverseRow::active))
                .update();
    }

    private static UniverseRow row(Row row) throws SQLException {
        return new UniverseRow(
                row.ticker("ticker"),
                row.constant("source", UniverseRow.Source.class),
                row.optionalText("sector"),
                new Confidence(row.decimal("confidence").doubleValue()),
                row.flag("active"));
    }
}
