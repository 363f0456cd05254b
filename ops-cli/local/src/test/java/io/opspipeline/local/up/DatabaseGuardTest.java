package io.opspipeline.local.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opspipeline.local.MemoryFolder;
import io.opspipeline.local.postgres.LocalPostgres;
import io.opspipeline.local.postgres.Pulse;
import io.opspipeline.runtime.setting.RunMode;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A real server, stopped in the middle of its work.
@Execution(ExecutionMode.CONCURRENT)
@Timeout(120)
class DatabaseGuardTest {

    @TempDir(factory = MemoryFolder.class)
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path home;

    @SuppressWarnings("NullAway.Init") // set before each test
    private LocalPostgres postgres;

    @SuppressWarnings("NullAway.Init") // set before each test
    private RunningDatabase database;

    @SuppressWarnings("NullAway.Init") // set before each test
    private DatabaseGuard guard;

    private final List<String> told = new ArrayList<>();
    private long first;

    @BeforeEach
    void begin() {
        postgres = LocalPostgres.in(home);
        postgres.start();
        database = RunningDatabase.openKept(postgres, RunMode.PAPER);
        guard =
                new DatabaseGuard(
                        postgres, (name, what, count) -> told.add(name + " " + what + " " + count));
        first = postgres.pid().orElseThrow();
    }

    @AfterEach
    void end() throws Exception {
        signal("CONT");
        database.close();
        postgres.stop();
    }

    @Test
    @DisplayName("a server that hangs is started again, told once, and keeps what was committed")
    void startsAgainWhatHangs() throws Exception {
        execute("create table kept as select 1 as one");
        signal("STOP");
        leaveUnanswered(DatabaseGuard.UNANSWERED - 1);
        signal("CONT");
        guard.look();
        signal("STOP");
        leaveUnanswered(DatabaseGuard.UNANSWERED - 1);
        assertThat(postgres.pid()).as("late now and then").hasValue(first);

        guard.look();

        assertThat(told).containsExactly("PostgreSQL hung 1");
        assertThat(postgres.pid().orElseThrow()).isNotEqualTo(first);
        assertThat(postgres.pulse()).isEqualTo(Pulse.ANSWERS);
        assertThat(count("kept")).as("over the pool of before").isEqualTo(1);
    }

    @Test
    @DisplayName("a server that was killed is started again at once")
    void startsAgainWhatIsGone() throws Exception {
        signal("KILL");
        ProcessHandle.of(first).ifPresent(server -> server.onExit().join());

        guard.look();

        assertThat(told).containsExactly("PostgreSQL was gone 1");
        assertThat(count("pg_database")).isPositive();
    }

    @Test
    @DisplayName("a refusal is an answer: a server that is full is not started again")
    void leavesAloneWhatRefuses() throws Exception {
        List<Connection> all = new ArrayList<>();
        var sessions = postgres.address("postgres").sessions("crowd");
        assertThatThrownBy(
                        () -> {
                            while (true) {
                                all.add(sessions.getConnection());
                            }
                        })
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("too many clients");

        for (int look = 0; look <= DatabaseGuard.UNANSWERED; look++) {
            guard.look();
        }

        assertThat(told).isEmpty();
        for (Connection connection : all) {
            connection.close();
        }
    }

    @Test
    @DisplayName("a pool waits for no server that hangs, and the server for no statement")
    void aPoolGivesUp() throws SQLException {
        try (Connection connection = database.source().getConnection()) {
            assertThat(connection.getNetworkTimeout()).isEqualTo(30_000);
        }
        assertThat(setting("statement_timeout")).isEqualTo("25s");
    }

    @Test
    @DisplayName("a server that hangs is ended when it is to stop")
    void stopsWhatHangs() throws Exception {
        signal("STOP");

        postgres.stop();

        assertThat(postgres.isRunning()).isFalse();
        postgres.start();
        assertThat(count("pg_database")).isPositive();
    }

    private void leaveUnanswered(int looks) {
        for (int look = 0; look < looks; look++) {
            guard.look();
        }
        assertThat(told).isEmpty();
    }

    /// What a whole server hears; a process of it that has ended meanwhile hears nothing.
    private void signal(String name) throws IOException, InterruptedException {
        long server = postgres.pid().orElseThrow();
        for (ProcessHandle child :
                ProcessHandle.of(server).stream().flatMap(ProcessHandle::descendants).toList()) {
            signal(name, child.pid());
        }
        assertThat(signal(name, server)).isZero();
    }

    private static int signal(String name, long pid) throws IOException, InterruptedException {
        return new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor();
    }

    private void execute(String sql) {
        var _ = JdbcClient.create(database.source()).sql(sql).update();
    }

    private long count(String table) {
        return JdbcClient.create(database.source())
                .sql("select count(*) from " + table)
                .query(Long.class)
                .single();
    }

    private String setting(String name) {
        return JdbcClient.create(database.source())
                .sql("show " + name)
                .query(String.class)
                .single();
    }
}
