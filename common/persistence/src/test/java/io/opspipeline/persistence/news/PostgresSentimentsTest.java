package io.opspipeline.persistence.news;

import static io.opspipeline.persistence.Scene.AAPL;
import static io.opspipeline.persistence.Scene.MSFT;
import static io.opspipeline.persistence.Scene.TEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.persistence.sql.Bound;
import io.opspipeline.persistence.sql.Database;
import io.opspipeline.ports.store.Sentiments;
import io.opspipeline.testkit.PostgresExtension;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class PostgresSentimentsTest {

    private Database database;
    private Sentiments sentiments;

    @BeforeEach
    void open(DataSource source) {
        database = Database.over(source);
        sentiments = new PostgresSentiments(database, SessionCalendar.nyse());
    }

    @Test
    @DisplayName("A-21: negative news is negative; a ticker without news is absent")
    void weighsByAge() {
        item(AAPL, 1, -0.8, TEN.minus(Duration.ofMinutes(10)));
        item(AAPL, 2, 0.2, TEN.minus(Duration.ofHours(20)));

        var found = sentiments.of(Set.of(AAPL, MSFT), TEN);

        assertThat(found).containsOnlyKeys(AAPL);
        assertThat(found.get(AAPL).signed()).isBetween(-0.65, -0.4);
    }

    @Test
    void givesAClusterOneVote() {
        item(AAPL, 1, 0.9, TEN.minus(Duration.ofHours(2)));
        item(AAPL, 1, -0.9, TEN.minus(Duration.ofHours(1)));

        assertThat(sentiments.of(Set.of(AAPL), TEN).get(AAPL).signed())
                .isEqualTo(0.9, within(1e-9));
    }

    @Test
    void countsOnlyWhatWasFetchedBefore() {
        item(AAPL, 1, 0.9, TEN);

        assertThat(sentiments.of(Set.of(AAPL), TEN)).isEmpty();
        assertThat(sentiments.of(Set.of(AAPL), TEN.plusSeconds(1))).containsOnlyKeys(AAPL);
        assertThat(sentiments.of(Set.of(AAPL), TEN.plus(Duration.ofDays(5)))).isEmpty();
    }

    private void item(Ticker ticker, int cluster, double score, Instant at) {
        database.jdbc()
                .sql(
                        """
                        with story as (
                            insert into news_clusters (cluster_id, title, first_seen)
                            overriding system value values (:cluster, 'story', :at)
                            on conflict do nothing
                        ), item as (
                            insert into news_items (identity, cluster_id, feed, title, published_at,
                                published_clamped, fetched_at, sentiment_label, sentiment_score, attempts)
                            values (:identity, :cluster, 'wsj', 'story', :at, false, :at, 'NEUTRAL', :score, 1)
                            returning item_id
                        )
                        insert into news_tickers select item_id, :ticker, 'CASHTAG' from item
                        """)
                .param("cluster", cluster)
                .param("at", Bound.at(at))
                .param("identity", cluster + " " + at)
                .param("score", score)
                .param("ticker", ticker.symbol())
                .update();
    }
}
