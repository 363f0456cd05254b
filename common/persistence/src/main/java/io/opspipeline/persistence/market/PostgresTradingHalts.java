package io.opspipeline.persistence.market;

import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.market.TradingHalt;
import io.opspipeline.persistence.sql.Column;
import io.opspipeline.persistence.sql.Database;
import io.opspipeline.persistence.sql.Row;
import io.opspipeline.ports.store.TradingHalts;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Table `trading_halts`.
public final class PostgresTradingHalts implements TradingHalts {

    private final Database database;

    /// The halts of a database.
    public PostgresTradingHalts(Database database) {
        this.database = database;
    }

    @Override
    public void note(List<TradingHalt> heard) {
        database.jdbc()
                .sql(
                        """
                        insert into trading_halts (ticker, at, is_on, reason)
                        select * from unnest(:tickers::text[], :instants::timestamptz[],
                            :on::boolean[], :reasons::text[])
                        on conflict do nothing
                        """)
                .param("tickers", Column.texts(heard, TradingHalt::ticker))
                .param("instants", Column.instants(heard, TradingHalt::at))
                .param("on", Column.texts(heard, TradingHalt::isOn))
                .param("reasons", Column.texts(heard, TradingHalt::reason))
                .update();
    }

    @Override
    public Map<Ticker, TradingHalt> newest(Set<Ticker> tickers) {
        Map<Ticker, TradingHalt> newest = new TreeMap<>();
        database.jdbc()
                .sql(
                        """
                        select distinct on (ticker) ticker, at, is_on, reason from trading_halts
                        where ticker = any(:tickers::text[])
                        order by ticker, at desc
                        """)
                .param("tickers", Column.texts(tickers, ticker -> ticker))
                .query((rs, _) -> halt(new Row(rs)))
                .list()
                .forEach(halt -> newest.put(halt.ticker(), halt));
        return newest;
    }

    private static TradingHalt halt(Row row) throws SQLException {
        return new TradingHalt(
                row.ticker("ticker"), row.flag("is_on"), row.text("reason"), row.instant("at"));
    }
}
