package io.opspipeline.persistence.news;

import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.signal.Sentiment;
import io.opspipeline.persistence.sql.Bound;
import io.opspipeline.persistence.sql.Column;
import io.opspipeline.persistence.sql.Database;
import io.opspipeline.persistence.sql.Row;
import io.opspipeline.ports.store.Sentiments;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Reads `news_items` and `news_tickers`.
public final class PostgresSentiments implements Sentiments {

    private final Database database;
    private final SentimentRule rule;

    /// The sentiments of a database.
    public PostgresSentiments(Database database, SessionCalendar calendar) {
        this.database = database;
        rule = new SentimentRule(calendar);
    }

    @Override
    public Map<Ticker, Sentiment> of(Set<Ticker> tickers, Instant asOf) {
        Map<Ticker, List<SentimentRule.Vote>> votes = new TreeMap<>();
        votes(tickers, asOf)
                .forEach(item ->
                        votes.computeIfAbsent(item.ticker(), _ -> new ArrayList<>())
                                .add(item.vote()));
        Map<Ticker, Sentiment> sentiments = new TreeMap<>();
        votes.forEach((ticker, cast) ->
                rule.of(cast, asOf).ifPresent(sentiment -> sentiments.put(ticker, sentiment)));
        return sentiments;
    }

    /// The first item of each cluster has its vote, so that a story told again does not become
    /// young again.
    private List<TickerVote> votes(Set<Ticker> tickers, Instant asOf) {
        return database.jdbc()
                .sql(
                        """
                        select distinct on (ticker, coalesce(cluster_id, -item_id))
                            ticker, published_at, sentiment_score
                        from news_tickers
                        join news_items using (item_id)
                        where ticker = any(:tickers::text[]) and sentiment_score is not null
                            and published_at >= :from and fetched_at < :asOf
                        order by ticker, coalesce(cluster_id, -item_id), published_at, item_id
                        """)
                .param("tickers", Column.texts(tickers, ticker -> ticker))
                .param("from", Bound.at(rule.windowStart(asOf)))
                .param("asOf", Bound.at(asOf))
                .query((rs, _) -> vote(new Row(rs)))
                .list();
    }

    private static TickerVote vote(Row row) throws SQLException {
        return new TickerVote(
                row.ticker("ticker"),
                new SentimentRule.Vote(row.instant("published_at"), row.number("sentiment_score")));
    }

    private record TickerVote(Ticker ticker, SentimentRule.Vote vote) {}
}
