package io.opspipeline.persistence.watchlist;

import static io.opspipeline.persistence.Scene.AAPL;
import static io.opspipeline.persistence.Scene.DAY_START;
import static io.opspipeline.persistence.Scene.LARGE;
import static io.opspipeline.persistence.Scene.MSFT;
import static io.opspipeline.persistence.Scene.TEN;
import static io.opspipeline.persistence.Scene.TINY;
import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.position.PositionState;
import io.opspipeline.persistence.Entry;
import io.opspipeline.persistence.Scene;
import io.opspipeline.ports.store.TradeRecord;
import io.opspipeline.ports.store.WatchlistRow;
import io.opspipeline.testkit.PostgresExtension;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class PostgresWatchlistTest {

    private static final Instant NEXT = TEN.plusSeconds(300);

    private Scene scene;
    private PostgresWatchlist watchlist;

    @BeforeEach
    void open(DataSource source) {
        scene = new Scene(source);
        watchlist = new PostgresWatchlist(scene.database);
    }

    @Test
    @DisplayName("A-46: component scores in columns, dense rank, entered_at kept")
    void swapsRanksAndKeepsWhenANameEntered() {
        WatchlistRow apple = row(AAPL, 1, 80, TEN);
        watchlist.replace(List.of(apple, row(MSFT, 2, 70, TEN)), TEN);

        watchlist.replace(List.of(row(MSFT, 1, 90, NEXT), row(AAPL, 2, 80, NEXT)), NEXT);

        assertThat(watchlist.current())
                .containsExactly(
                        new WatchlistRow(MSFT, 1, 90, 0.9, 0.8, 0.5, 0.6, TEN, NEXT),
                        new WatchlistRow(AAPL, 2, 80, 0.9, 0.8, 0.5, 0.6, TEN, NEXT));
    }

    @Test
    void notesWhoEntersAndLeavesOnce() {
        watchlist.replace(List.of(row(AAPL, 1, 80, TEN), row(MSFT, 2, 70, TEN)), TEN);
        watchlist.replace(List.of(row(MSFT, 1, 70, NEXT)), NEXT);
        watchlist.replace(List.of(row(MSFT, 1, 70, NEXT)), NEXT);
        watchlist.replace(List.of(), NEXT);

        assertThat(watchlist.current()).isEmpty();
        assertThat(
                        scene.texts(
                                "select kind || ' ' || ticker from watchlist_events order by event_id"))
                .containsExactly("ENTERED AAPL", "ENTERED MSFT", "LEFT AAPL", "LEFT MSFT");
    }

    @Test
    void countsTradesOfAllAccountsThatHaveAResult() {
        long large = Entry.held(scene, LARGE, AAPL);
        long tiny = Entry.held(scene, TINY, AAPL);
        scene.positions.end(LARGE, large, PositionState.EXPIRED, "EXPIRED", NEXT);
        scene.positions.end(TINY, tiny, PositionState.RECONCILED, "gone", NEXT);

        assertThat(watchlist.trades(Set.of(AAPL, MSFT), DAY_START, NEXT))
                .isEqualTo(Map.of(AAPL, new TradeRecord(1, 0)));
        assertThat(watchlist.trades(Set.of(AAPL), DAY_START, TEN)).isEmpty();
    }

    private static WatchlistRow row(Ticker ticker, int rank, double score, Instant at) {
        return new WatchlistRow(ticker, rank, score, 0.9, 0.8, 0.5, 0.6, at, at);
    }
}
