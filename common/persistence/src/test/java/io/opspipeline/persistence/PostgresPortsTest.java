package io.opspipeline.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.ports.dispatch.Dispatches;
import io.opspipeline.ports.job.Leases;
import io.opspipeline.ports.job.RunHistory;
import io.opspipeline.ports.job.RunLedger;
import io.opspipeline.ports.job.WakeUpSource;
import io.opspipeline.ports.job.WakeUps;
import io.opspipeline.ports.store.Accounts;
import io.opspipeline.ports.store.Provenance;
import io.opspipeline.testkit.PostgresExtension;
import io.opspipeline.testkit.TestDatabase;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

@ExtendWith(PostgresExtension.class)
class PostgresPortsTest {

    @Test
    void offersEveryPortOverADataSource(TestDatabase database) {
        try (var context = context(database)) {
            context.refresh();

            assertThat(context.getBean(Accounts.class).all()).isEmpty();
            assertThat(context.getBean(RunLedger.class))
                    .isSameAs(context.getBean(RunHistory.class));
            assertThat(context.getBeansOfType(Dispatches.class)).hasSize(1);
            assertThat(context.getBeansOfType(WakeUpSource.class)).hasSize(1);
            assertThat(context.getBeansOfType(Leases.class)).hasSize(1);
        }
    }

    @Test
    void staysAwayFromWhatIsLent(TestDatabase database) {
        WakeUps lentWakeUps = (_, _) -> {};
        Leases lentLeases = (_, _) -> Optional.empty();
        try (var context = context(database)) {
            context.getBeanFactory().registerSingleton("lentWakeUps", lentWakeUps);
            context.getBeanFactory().registerSingleton("lentLeases", lentLeases);
            context.refresh();

            assertThat(context.getBean(WakeUps.class)).isSameAs(lentWakeUps);
            assertThat(context.getBean(Leases.class)).isSameAs(lentLeases);
            assertThat(context.getBeansOfType(WakeUpSource.class)).isEmpty();
        }
    }

    private static AnnotationConfigApplicationContext context(TestDatabase database) {
        var context = new AnnotationConfigApplicationContext();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(
                        new MapPropertySource(
                                "address",
                                Map.of(
                                        "spring.datasource.url",
                                        database.url(),
                                        "spring.datasource.username",
                                        database.user(),
                                        "spring.datasource.password",
                                        database.password())));
        context.registerBean(DataSource.class, database::dataSource);
        context.registerBean(Clock.class, Clock::systemUTC);
        context.registerBean(SessionCalendar.class, SessionCalendar::nyse);
        context.registerBean(
                Provenance.class, () -> new Provenance("0.1.0+test", Provenance.Mode.SIMULATED));
        context.register(PostgresPorts.class);
        return context;
    }
}
