package io.opspipeline.local.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opspipeline.local.MemoryFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class LocalPostgresTest {

    @TempDir(factory = MemoryFolder.class)
    static Path home;

    private static LocalPostgres postgres;

    @BeforeAll
    static void startTwiceAtOnce() throws InterruptedException {
        postgres = LocalPostgres.in(home);
        assertThat(postgres.isRunning()).isFalse();
        Callable<LocalPostgres> start =
                () -> {
                    LocalPostgres mine = LocalPostgres.in(home);
                    mine.start();
                    return mine;
                };
        try (var both = Executors.newFixedThreadPool(2)) {
            assertThat(both.invokeAll(List.of(start, start)))
                    .extracting(each -> each.get().pid())
                    .containsOnly(postgres.pid());
        }
        assertThat(postgres.pulse()).isEqualTo(Pulse.ANSWERS);
    }

    @AfterAll
    static void stop() {
        postgres.stop();
        assertThat(postgres.isRunning()).isFalse();
    }

    @Test
    void startsOnlyOnce() throws IOException {
        postgres.create("kept");
        String port = Files.readString(home.resolve("postgres/port"));

        LocalPostgres.in(home).start();

        assertThat(Files.readString(home.resolve("postgres/port"))).isEqualTo(port);
        assertThat(databases("kept")).isEqualTo(1);
    }

    @Test
    void findsItsDataAgainAfterAStop() {
        postgres.create("survivor");

        postgres.stop();
        assertThat(postgres.isRunning()).isFalse();
        postgres.start();

        assertThat(databases("survivor")).isEqualTo(1);
    }

    @Test
    void listensOnLoopbackOnlyAndAsksForAPassword() {
        assertThat(client().sql("show listen_addresses").query(String.class).single())
                .isEqualTo("127.0.0.1");
        assertThat(
                        client().sql("select auth_method from pg_hba_file_rules")
                                .query(String.class)
                                .list())
                .containsOnly("scram-sha-256");
    }

    @Test
    @DisplayName("the password can be read by its owner alone")
    void keepsThePasswordToItsOwner() throws IOException {
        Path password = home.resolve("postgres/password");

        assertThat(Files.readString(password)).hasSize(48);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(password)))
                .isEqualTo("rw-------");
    }

    @Test
    void keepsTheCurrentDatabaseOfARunThatIsUp() throws Exception {
        postgres.create("held");
        postgres.hold("held");
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Process run = new ProcessBuilder(java.toString(), "--source", "25", "/dev/stdin").start();
        Files.writeString(home.resolve("postgres/holder"), Long.toString(run.pid()));

        postgres.makeCurrent("other", "other");
        assertThat(postgres.current()).contains("held");

        run.destroyForcibly().onExit().join();
        postgres.makeCurrent("later", "later");
        assertThat(postgres.current()).contains("later");
        Files.delete(home.resolve("postgres/holder"));
        Files.delete(home.resolve("postgres/current"));
    }

    @Test
    void dropsADatabaseThatSomebodyIsConnectedTo() throws Exception {
        postgres.create("busy");
        try (Connection connection = postgres.address("busy").sessions("test").getConnection()) {
            assertThat(connection.isValid(1)).isTrue();

            postgres.drop("busy");

            assertThat(databases("busy")).isZero();
        }
        postgres.drop("busy");
    }

    @Test
    void makesOneDatabaseCurrentAndDropsTheOlderOnesOfItsKind() {
        assertThat(postgres.current()).isEmpty();
        postgres.create("run_a");
        postgres.create("run_b");
        postgres.create("runner");

        postgres.makeCurrent("run_a", "run_");
        assertThat(postgres.current()).contains("run_a");
        assertThat(databases("run_b")).isZero();

        postgres.create("run_c");
        postgres.makeCurrent("run_c", "run_");

        assertThat(postgres.current()).contains("run_c");
        assertThat(databases("run_a")).isZero();
        assertThat(databases("run_c")).isEqualTo(1);
        assertThat(databases("runner")).isEqualTo(1);
    }

    @Test
    void refusesANameThatIsNoName() {
        assertThatThrownBy(() -> postgres.create("a\"; drop database postgres; --"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not a database name");
    }

    private static int databases(String name) {
        return client().sql("select count(*) from pg_database where datname = ?")
                .param(name)
                .query(Integer.class)
                .single();
    }

    private static JdbcClient client() {
        return JdbcClient.create(postgres.address("postgres").sessions("test"));
    }
}
