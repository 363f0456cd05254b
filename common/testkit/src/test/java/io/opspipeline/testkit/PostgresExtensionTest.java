package io.opspipeline.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class PostgresExtensionTest {

    @Test
    void canGoAwayAndComeBack(TestDatabase database) throws SQLException {
        try (var before = database.dataSource().getConnection()) {
            database.goAway();
            assertThat(before.isValid(5)).isFalse();
            assertThatThrownBy(() -> database.dataSource().getConnection())
                    .hasMessageContaining("not currently accepting connections");
            database.comeBack();
        }
        try (var after = database.dataSource().getConnection()) {
            assertThat(after.isValid(5)).isTrue();
        }
    }

    @Test
    void appliesEveryMigration(DataSource database) throws SQLException {
        assertThat(tables(database))
                .contains(
                        "accounts",
                        "active_positions",
                        "dispatch_executions",
                        "dispatch_recommendations",
                        "lane_features_1m",
                        "news_items",
                        "telemetry_1m",
                        "ticker_universe",
                        "watchlist_state");
    }

    @Test
    void makesThePartitionsOfADayOnce(DataSource database) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("select ensure_day_partitions('2025-01-02')");
            statement.execute("select ensure_day_partitions('2025-01-02')");
        }

        assertThat(tables(database)).contains("telemetry_1m_20250102", "lane_features_1m_20250102");
    }

    @RepeatedTest(2)
    void givesEachTestItsOwnRows(DataSource database) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            var rows =
                    statement.executeUpdate(
                            "insert into capabilities values ('a', 'b', '2025-01-02T00:00Z')");

            assertThat(rows).isOne();
        }
    }

    @Test
    void givesOneDatabaseToBothParameters(DataSource source, TestDatabase database)
            throws SQLException {
        try (var connection = source.getConnection()) {
            assertThat(database.url()).contains("/" + connection.getCatalog());
        }
    }

    private static List<String> tables(DataSource database) throws SQLException {
        try (var connection = database.getConnection();
                var rows = connection.getMetaData().getTables(null, "public", "%", null)) {
            var names = new ArrayList<String>();
            while (rows.next()) {
                names.add(rows.getString("table_name"));
            }
            return names;
        }
    }
}
