package io.opspipeline.local.bench;

import com.sun.net.httpserver.HttpServer;
import io.opspipeline.alpaca.AlpacaClients;
import io.opspipeline.alpaca.AlpacaSettings;
import io.opspipeline.alpaca.access.AlpacaCredentials;
import io.opspipeline.alpaca.access.AlpacaKeys;
import io.opspipeline.alpaca.access.Surroundings;
import io.opspipeline.domain.job.Topic;
import io.opspipeline.persistence.DatabaseAddress;
import io.opspipeline.persistence.job.PgNotifications;
import io.opspipeline.persistence.job.PostgresWakeUps;
import io.opspipeline.persistence.sql.Database;
import io.opspipeline.ports.job.WakeUpListener;
import io.opspipeline.ports.time.Pause;
import io.opspipeline.ports.time.StreamFrames;
import io.opspipeline.runtime.time.MachineTime;
import io.opspipeline.runtime.time.Pace;
import io.opspipeline.runtime.time.RealPause;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// Waits in turn for PostgreSQL, for a broker and for nobody, while it also listens for wake-ups,
/// and writes down when each began and the last ended.
final class RecordedProgram {

    /// Printed when it is ready to begin; it then waits for a character.
    static final String BEGIN = "begin";

    /// Printed when it is done; it then waits for a character.
    static final String DONE = "done";

    static final Duration WAIT = Duration.ofMillis(200);

    private static final Instant AS_OF = Instant.parse("2026-11-27T15:00:00Z");

    private RecordedProgram() {}

    /// Runs.
    ///
    /// @param arguments URL, user and password of a database, and the file to write
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var address = new DatabaseAddress(arguments[0], arguments[1], arguments[2]);
        var heard = new Heard();
        try (var listener = new PgNotifications(address.sessions("listener"));
                var pool = address.pool("asker", 1);
                var broker = new SlowBroker()) {
            Database database = Database.over(pool);
            var wakeUps = new PostgresWakeUps(database);
            listener.subscribe(heard);
            heard.await("listening");
            wakeUps.publish(Topic.BARS, AS_OF);
            heard.await("BARS");

            System.out.println(BEGIN);
            awaitLine();
            List<String> moments = new ArrayList<>();
            moments.add(MachineTime.clock().instant().toString());
            database.jdbc()
                    .sql("select pg_sleep(?)")
                    .param(WAIT.toMillis() / 1e3)
                    .query((_, _) -> true)
                    .list();
            moments.add(MachineTime.clock().instant().toString());
            broker.ask();
            // The listener now begins to wait anew, and hears of the next at once.
            wakeUps.publish(Topic.FEATURES, AS_OF);
            heard.await("FEATURES");
            moments.add(MachineTime.clock().instant().toString());
            new RealPause(Pace.REAL).of(WAIT);
            moments.add(MachineTime.clock().instant().toString());
            wakeUps.publish(Topic.SIGNALS, AS_OF);
            heard.await("SIGNALS");
            Files.write(Path.of(arguments[3]), moments);
            System.out.println(DONE);
            awaitLine();
        }
    }

    private static void awaitLine() throws IOException {
        if (System.in.read() < 0) {
            throw new IllegalStateException("whoever started this is gone");
        }
    }

    private static final class Heard implements WakeUpListener {

        private final BlockingQueue<String> words = new LinkedBlockingQueue<>();

        @Override
        public void woken(Topic topic, Instant asOf) {
            words.add(topic.name());
        }

        @Override
        public void listening() {
            words.add("listening");
        }

        void await(String word) throws InterruptedException {
            String heard = words.take();
            if (!heard.equals(word)) {
                throw new IllegalStateException("heard " + heard + " before " + word);
            }
        }
    }

    /// Answers after a while that nothing is held.
    private static final class SlowBroker implements AutoCloseable {

        private final HttpServer server;
        private final AlpacaClients clients;

        SlowBroker() throws IOException {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext(
                    "/",
                    exchange -> {
                        try {
                            new RealPause(Pace.REAL).of(WAIT);
                        } catch (InterruptedException _) {
                            Thread.currentThread().interrupt();
                        }
                        exchange.sendResponseHeaders(200, 2);
                        exchange.getResponseBody().write(new byte[] {'[', ']'});
                        exchange.close();
                    });
            server.start();
            clients = clients(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
        }

        void ask() {
            clients.books().positions(MeasuredAccount.ID);
        }

        @Override
        public void close() {
            clients.close();
            server.stop(0);
        }

        private static AlpacaClients clients(URI url) {
            return new AlpacaClients(
                    new AlpacaSettings(
                            url,
                            url,
                            "sip",
                            "opra",
                            Duration.ofSeconds(10),
                            1_000,
                            1_000,
                            Optional.empty(),
                            0,
                            1),
                    AlpacaKeys.fixed(
                            Map.of(MeasuredAccount.ID, new AlpacaCredentials("key", "secret")),
                            MeasuredAccount.ID),
                    new Surroundings(
                            MachineTime.clock(),
                            (_, _, _) -> () -> {},
                            Pause.NONE,
                            StreamFrames.UNCOUNTED,
                            (_, _, _, _, _) -> {}));
        }
    }
}
