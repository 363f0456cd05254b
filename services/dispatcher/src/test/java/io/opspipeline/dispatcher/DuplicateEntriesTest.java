package io.opspipeline.dispatcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.calendar.NewYork;
import io.opspipeline.ports.dispatch.Dispatches;
import io.opspipeline.runtime.health.HealthMoment;
import io.opspipeline.runtime.health.HealthReading;
import io.opspipeline.runtime.job.AccountScope;
import io.opspipeline.testkit.PostgresExtension;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class DuplicateEntriesTest {

    private static final Instant TEN = EntryDesk.TEN;

    private EntryDesk desk;

    @BeforeEach
    void open(DataSource source) {
        desk = new EntryDesk(source);
    }

    @Test
    @DisplayName("One entry of a signal in each account is healthy")
    void isGreenWithoutDuplicates() {
        desk.enter();
        assertThat(read(desk.dispatches))
                .isEqualTo(HealthReading.healthy("0 signals entered twice"));
    }

    /// Keys forbid what it looks for, so the store says it here.
    @Test
    @DisplayName("One signal that was entered twice since the day began is red")
    void isRedWithOne() {
        assertThat(read(counting(1)))
                .isEqualTo(HealthReading.unhealthy("large: 1 signals entered twice"));
    }

    private HealthReading read(Dispatches dispatches) {
        var signal =
                new DuplicateEntries(new AccountScope(desk.accounts, Optional.empty()), dispatches);
        assertThat(signal.name()).isEqualTo("duplicates");
        return signal.read(new HealthMoment(TEN, Optional.empty()));
    }

    private static Dispatches counting(int duplicates) {
        return (Dispatches)
                Proxy.newProxyInstance(
                        Dispatches.class.getClassLoader(),
                        new Class<?>[] {Dispatches.class},
                        (_, method, arguments) -> {
                            assertThat(method.getName()).isEqualTo("duplicates");
                            assertThat(List.of(arguments))
                                    .containsExactly(
                                            EntryDesk.LARGE, NewYork.startOf(NewYork.dateOf(TEN)));
                            return duplicates;
                        });
    }
}
