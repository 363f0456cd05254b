package io.opspipeline.persistence.market;

import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.persistence.sql.Bound;
import io.opspipeline.persistence.sql.Column;
import io.opspipeline.persistence.sql.Database;
import io.opspipeline.persistence.sql.Row;
import io.opspipeline.ports.market.Split;
import io.opspipeline.ports.store.Splits;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Table `corporate_actions`.
public final class PostgresSplits implements Splits {

    private final Database database;

    /// The splits of a database.
    public PostgresSplits(Database database) {
        this.database = database;
    }

    @Override
    public void record(List<Split> splits, Instant at) {
        database.jdbc()
                .sql(
                        """
                        insert into corporate_actions (ticker, kind, effective_on, old_rate, new_rate, recorded_at)
                        select distinct on (ticker, kind, effective_on)
                            ticker, kind, effective_on, old_rate, new_rate, :at::timestamptz
                        from unnest(:tickers::text[], :kinds::text[], :days::date[],
                                :oldRates::numeric[], :newRates::numeric[])
                            with ordinality as new (ticker, kind, effective_on, old_rate, new_rate, place)
                        order by ticker, kind, effective_on, place desc
                        on conflict (ticker, kind, effective_on) do update set
                            old_rate = excluded.old_rate, new_rate = excluded.new_rate,
                            recorded_at = excluded.recorded_at
                        where (corporate_actions.old_rate, corporate_actions.new_rate)
                            is distinct from (excluded.old_rate, excluded.new_rate)
                        """)
                .param("at", Bound.at(at))
                .param("tickers", Column.texts(splits, Split::ticker))
                .param("kinds", Column.texts(splits, PostgresSplits::kind))
                .param("days", Column.texts(splits, Split::effectiveOn))
                .param("oldRates", Column.decimals(splits, Split::oldRate))
                .param("newRates", Column.decimals(splits, Split::newRate))
                .update();
    }

    @Override
    public Map<Ticker, List<Split>> between(Set<Ticker> tickers, LocalDate from, LocalDate to) {
        Map<Ticker, List<Split>> splits = new TreeMap<>();
        database.jdbc()
                .sql(
                        """
                        select ticker, effective_on, old_rate, new_rate from corporate_actions
                        where ticker = any(:tickers::text[]) and effective_on between :from and :to
                        order by ticker, effective_on, kind
                        """)
                .param("tickers", Column.texts(tickers, ticker -> ticker))
                .param("from", from)
                .param("to", to)
                .query((rs, _) -> split(new Row(rs)))
                .list()
                .forEach(split ->
                        splits.computeIfAbsent(split.ticker(), _ -> new ArrayList<>()).add(split));
        return splits;
    }

    private static String kind(Split split) {
        return split.isForward() ? "FORWARD_SPLIT" : "REVERSE_SPLIT";
    }

    private static Split split(Row row) throws SQLException {
        return new Split(
                row.ticker("ticker"),
                row.day("effective_on"),
                row.decimal("old_rate"),
                row.decimal("new_rate"));
    }
}
