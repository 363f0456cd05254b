package io.opspipeline.local.day;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.testkit.PostgresExtension;
import io.opspipeline.testkit.TestDatabase;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class JournalTest {

    @Test
    @DisplayName("A-127: the journal holds no database ids, build ids or order of insertion")
    void ignoresWhatDiffersBetweenEqualDays(DataSource source) {
        try (TestDatabase other = TestDatabase.create()) {
            PlantedDay first = new PlantedDay(source);
            first.trade(1, "NVDA");
            first.trade(2, "AMD");
            PlantedDay second = new PlantedDay(other.dataSource());
            second.trade(71, "AMD");
            second.trade(70, "NVDA");
            second.sql("update dispatch_executions set build_id = 'another'");
            second.sql("update active_positions set build_id = 'another'");

            assertThat(Journal.sha256(second.source())).isEqualTo(Journal.sha256(first.source()));
        }
    }

    @Test
    void tellsDaysApartByTheirPrices(DataSource source) {
        PlantedDay day = new PlantedDay(source);
        String empty = Journal.sha256(source);
        day.trade(1, "NVDA");
        String traded = Journal.sha256(source);
        day.sql("update fills set price = 2.51 where side = 'SELL'");

        assertThat(empty).matches("[0-9a-f]{64}");
        assertThat(traded).isNotEqualTo(empty);
        assertThat(Journal.sha256(source)).isNotEqualTo(traded);
    }
}
