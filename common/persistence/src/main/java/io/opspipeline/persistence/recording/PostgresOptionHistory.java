package io.opspipeline.persistence.recording;

import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.market.Quote;
import io.opspipeline.persistence.sql.Bound;
import io.opspipeline.persistence.sql.Column;
import io.opspipeline.persistence.sql.Database;
import io.opspipeline.persistence.sql.Row;
import io.opspipeline.ports.store.OptionHistory;
import io.opspipeline.ports.store.RecordedQuote;
import io.opspipeline.ports.store.RecordedVolatility;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// Tables `iv_history` and `option_quotes`.
public final class PostgresOptionHistory implements OptionHistory {

    private final Database database;

    /// The recordings of a database.
    public PostgresOptionHistory(Database database) {
        this.database = database;
    }

    @Override
    public void recordVolatilities(List<RecordedVolatility> volatilities, Instant at) {
        database.jdbc()
                .sql(
                        """
                        insert into iv_history (ticker, recorded_on, atm_iv_30d, near_expiry, far_expiry, feed, recorded_at)
                        select ticker, recorded_on, atm_iv_30d, near_expiry, far_expiry, feed, :at::timestamptz
                        from unnest(:tickers::text[], :days::date[], :vols::float8[],
                                :nears::date[], :fars::date[], :feeds::text[])
                            as new (ticker, recorded_on, atm_iv_30d, near_expiry, far_expiry, feed)
                        order by ticker, recorded_on
                        on conflict (ticker, recorded_on) do update set
                            atm_iv_30d = excluded.atm_iv_30d,
                            near_expiry = excluded.near_expiry,
                            far_expiry = excluded.far_expiry,
                            feed = excluded.feed,
                            recorded_at = excluded.recorded_at
                        """)
                .param("at", Bound.at(at))
                .param("tickers", Column.texts(volatilities, RecordedVolatility::ticker))
                .param("days", Column.texts(volatilities, RecordedVolatility::day))
                .param("vols", Column.texts(volatilities, RecordedVolatility::thirtyDay))
                .param("nears", Column.texts(volatilities, RecordedVolatility::nearExpiry))
                .param("fars", Column.texts(volatilities, RecordedVolatility::farExpiry))
                .param("feeds", Column.texts(volatilities, RecordedVolatility::feed))
                .update();
    }

    @Override
    public List<RecordedVolatility> volatilities(Ticker ticker, LocalDate from, LocalDate to) {
        return database.jdbc()
                .sql(
                        """
                        select * from iv_history
                        where ticker = :ticker and recorded_on between :from and :to
                        order by recorded_on
                        """)
                .param("ticker", ticker.symbol())
                .param("from", from)
                .param("to", to)
                .query((rs, _) -> volatility(new Row(rs)))
                .list();
    }

    @Override
    public int recordQuotes(List<RecordedQuote> quotes) {
        return database.jdbc()
                .sql(
                        """
                        insert into option_quotes (symbol, ticker, seen_at, bid, ask, bid_size, ask_size,
                            implied_vol, delta, volume, open_interest, feed)
                        select * from unnest(:symbols::text[], :tickers::text[], :seen::timestamptz[],
                            :bids::numeric[], :asks::numeric[], :bidSizes::int[], :askSizes::int[],
                            :vols::float8[], :deltas::float8[], :volumes::bigint[], :interests::int[],
                            :feeds::text[])
                        on conflict (symbol, seen_at) do nothing
                        """)
                .param("symbols", Column.texts(quotes, RecordedQuote::symbol))
                .param("tickers", Column.texts(quotes, quote -> quote.symbol().underlying()))
                .param("seen", Column.instants(quotes, RecordedQuote::seenAt))
                .param("bids", Column.decimals(quotes, each -> each.quote().bid().perShare()))
                .param("asks", Column.decimals(quotes, each -> each.quote().ask().perShare()))
                .param("bidSizes", Column.ints(quotes, each -> each.quote().bidSize()))
                .param("askSizes", Column.ints(quotes, each -> each.quote().askSize()))
                .param("vols", Column.optionalDoubles(quotes, RecordedQuote::impliedVolatility))
                .param("deltas", Column.optionalDoubles(quotes, RecordedQuote::delta))
                .param("volumes", Column.optionalLongs(quotes, RecordedQuote::volume))
                .param("interests", Column.optionalInts(quotes, RecordedQuote::openInterest))
                .param("feeds", Column.texts(quotes, RecordedQuote::feed))
                .update();
    }

    @Override
    public List<RecordedQuote> quotes(Ticker underlying, Instant from, Instant to) {
        return database.jdbc()
                .sql(
                        """
                        select * from option_quotes
                        where ticker = :ticker and seen_at >= :from and seen_at < :to
                        order by seen_at, symbol
                        """)
                .param("ticker", underlying.symbol())
                .param("from", Bound.at(from))
                .param("to", Bound.at(to))
                .query((rs, _) -> quote(new Row(rs)))
                .list();
    }

    private static RecordedVolatility volatility(Row row) throws SQLException {
        return new RecordedVolatility(
                row.ticker("ticker"),
                row.day("recorded_on"),
                row.number("atm_iv_30d"),
                row.day("near_expiry"),
                row.day("far_expiry"),
                row.text("feed"));
    }

    private static RecordedQuote quote(Row row) throws SQLException {
        return new RecordedQuote(
                OccSymbol.parse(row.text("symbol")),
                row.instant("seen_at"),
                new Quote(
                        row.price("bid"),
                        row.price("ask"),
                        row.integer("bid_size"),
                        row.integer("ask_size")),
                row.optionalNumber("implied_vol"),
                row.optionalNumber("delta"),
                row.optionalLong("volume"),
                row.optionalInteger("open_interest"),
                row.text("feed"));
    }
}
