package io.opspipeline.local.postgres;

import io.opspipeline.persistence.DatabaseAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The one PostgreSQL server of a home folder. It listens on loopback only and keeps running when
/// the command that started it has ended.
public final class LocalPostgres {

    private static final String USER = "ops";
    private static final String MAINTENANCE = "postgres";
    private static final Object STARTING = new Object();

    private final Path folder;
    private final Path data;
    private final Path portFile;
    private final Path currentFile;
    private final Path holderFile;

    private LocalPostgres(Path folder) {
        this.folder = folder;
        this.data = folder.resolve("data");
        this.portFile = folder.resolve("port");
        this.currentFile = folder.resolve("current");
        this.holderFile = folder.resolve("holder");
    }

    /// The server of a home folder, running or not.
    public static LocalPostgres in(Path home) {
        return new LocalPostgres(home.toAbsolutePath().resolve("postgres"));
    }

    /// Makes sure that it runs: unpacks and initialises it the first time. Of several that start it
    /// at the same moment, in this process or in others, one does and the others wait.
    ///
    /// @throws IllegalStateException with the server's words when it does not start
    public void start() {
        synchronized (STARTING) {
            try {
                Files.createDirectories(folder);
                try (var file =
                                FileChannel.open(
                                        folder.resolve("starting"),
                                        StandardOpenOption.CREATE,
                                        StandardOpenOption.WRITE);
                        var _ = file.lock()) {
                    startAlone();
                }
            } catch (IOException e) {
                throw new UncheckedIOException("the local PostgreSQL in " + folder, e);
            }
        }
    }

    private void startAlone() throws IOException {
        ServerCommand command = command();
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            initialise(command);
        }
        if (!isRunning(command)) {
            launch(command);
            touch();
            IdleStop idle = new IdleStop(folder, command);
            idle.end();
            idle.watch();
        }
        touch();
    }

    /// True when it was started and still answers.
    public boolean isRunning() {
        try {
            return Files.exists(data.resolve("PG_VERSION")) && isRunning(command());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What comes of a question to it, within three seconds.
    public Pulse pulse() {
        return Pulse.of(address(MAINTENANCE));
    }

    /// Ends it however it is and starts it again: for one that hangs, which obeys nobody.
    public void startAnew() {
        pid().ifPresent(ServerProcesses::kill);
        start();
    }

    /// Stops it, if it runs. One that does not obey in time is ended however it is.
    public void stop() {
        if (isRunning()) {
            try {
                ServerCommand command = command();
                if (!command.tried(
                                "pg_ctl", "-D", data.toString(), "-m", "fast", "-t", "10", "stop")
                        .succeeded()) {
                    pid().ifPresent(ServerProcesses::kill);
                }
                new IdleStop(folder, command).end();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /// Where a database of it is. It speaks no TLS: a client that asked for it would wait for two
    /// answers of a server that hangs.
    public DatabaseAddress address(String database) {
        return new DatabaseAddress(
                "jdbc:postgresql://127.0.0.1:%s/%s?sslmode=disable"
                        .formatted(read(portFile), database),
                USER,
                read(folder.resolve("password")));
    }

    /// True when it has a database of that name.
    public boolean has(String database) {
        return maintenance()
                .sql("select exists (select from pg_database where datname = :name)")
                .param("name", database)
                .query(Boolean.class)
                .single();
    }

    /// The number of the server's first process; empty when it does not run.
    public OptionalLong pid() {
        Path file = data.resolve("postmaster.pid");
        return Files.exists(file)
                ? OptionalLong.of(Long.parseLong(read(file).lines().findFirst().orElseThrow()))
                : OptionalLong.empty();
    }

    /// Makes an empty database.
    public void create(String database) {
        maintenance().sql("create database " + quoted(database)).update();
    }

    /// The databases whose names begin so.
    public List<String> databases(String prefix) {
        return maintenance()
                .sql("select datname from pg_database where starts_with(datname, :prefix)")
                .param("prefix", prefix)
                .query(String.class)
                .list();
    }

    /// Makes a database that is a copy of another, to which nobody may be connected meanwhile.
    public void copy(String template, String database) {
        maintenance()
                .sql("create database %s template %s".formatted(quoted(database), quoted(template)))
                .update();
    }

    /// Drops a database, also while somebody is connected to it.
    public void drop(String database) {
        maintenance().sql("drop database if exists " + quoted(database) + " with (force)").update();
    }

    /// The database of the last run that succeeded; empty before the first.
    public Optional<String> current() {
        return Files.exists(currentFile) ? Optional.of(read(currentFile)) : Optional.empty();
    }

    /// Makes a database the current one, and leaves all others as they are.
    public void makeCurrent(String database) {
        if (!isHeldByAnother()) {
            write(currentFile, database);
        }
    }

    /// Makes a database the current one for as long as this process lives: what operators say must
    /// reach the run that is up, whatever else is traded meanwhile.
    public void hold(String database) {
        write(holderFile, Long.toString(ProcessHandle.current().pid()));
        write(currentFile, database);
    }

    /// Ends the hold of this process: its number may be another's later.
    public void release() {
        try {
            Files.deleteIfExists(holderFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// True when a process that is alive holds the current database.
    public boolean isHeldByAnother() {
        return Files.exists(holderFile)
                && ProcessHandle.of(Long.parseLong(read(holderFile)))
                        .filter(ProcessHandle::isAlive)
                        .filter(holder -> holder.pid() != ProcessHandle.current().pid())
                        .filter(holder ->
                                holder.info()
                                        .command()
                                        .filter(name -> name.endsWith("java"))
                                        .isPresent())
                        .isPresent();
    }

    /// Makes a database the current one and drops every other that a run has made, unless somebody
    /// is connected to it: another run may be under way.
    ///
    /// Does nothing while another process holds the current one.
    ///
    /// @param prefix what the names of such databases start with
    public void makeCurrent(String database, String prefix) {
        if (isHeldByAnother()) {
            return;
        }
        write(currentFile, database);
        List<String> older =
                maintenance()
                        .sql(
                                """
                                select datname from pg_database
                                where starts_with(datname, :prefix) and datname <> :current
                                and datname not in (select datname from pg_stat_activity
                                                    where datname is not null)
                                """)
                        .param("prefix", prefix)
                        .param("current", database)
                        .query(String.class)
                        .list();
        older.forEach(this::drop);
    }

    /// Notes that somebody uses it, which postpones the stop.
    public void touch() {
        write(folder.resolve(IdleStop.LAST_USE), "");
    }

    private ServerCommand command() throws IOException {
        return new ServerCommand(PostgresBinaries.unpackedIn(folder.resolve("server")));
    }

    private void initialise(ServerCommand command) {
        Passwords.create(folder.resolve("password"));
        command.run(
                "initdb",
                "-D",
                data.toString(),
                "-U",
                USER,
                "-A",
                "scram-sha-256",
                "--pwfile",
                folder.resolve("password").toString(),
                "-E",
                "UTF8",
                "--locale=C",
                "--no-sync");
    }

    /// Commits may be lost in a crash unless a database says otherwise: simulated trading can be
    /// repeated from its seed. What is on disk stays whole either way. It comes back at the port it
    /// had, for those who wait for it.
    private void launch(ServerCommand command) throws IOException {
        int port = LoopbackPort.free(lastPort());
        write(portFile, Integer.toString(port));
        String options =
                String.join(
                        " ",
                        "-p " + port,
                        "-c listen_addresses=127.0.0.1",
                        "-c unix_socket_directories=",
                        "-c synchronous_commit=off",
                        "-c max_connections=60",
                        "-c shared_buffers=128MB");
        command.run(
                "pg_ctl",
                "-D",
                data.toString(),
                "-o",
                options,
                "-l",
                folder.resolve("server.log").toString(),
                "-w",
                "start");
    }

    private boolean isRunning(ServerCommand command) {
        return command.tried("pg_ctl", "-D", data.toString(), "status").succeeded();
    }

    private JdbcClient maintenance() {
        return JdbcClient.create(address(MAINTENANCE).sessions("ops-cli"));
    }

    private OptionalInt lastPort() {
        return Files.exists(portFile)
                ? OptionalInt.of(Integer.parseInt(read(portFile)))
                : OptionalInt.empty();
    }

    private static String quoted(String database) {
        if (!database.matches("[a-z0-9_]+")) {
            throw new IllegalArgumentException("not a database name: " + database);
        }
        return '"' + database + '"';
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
