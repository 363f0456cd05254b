package io.opspipeline.reliability.world;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// The database as one process sees it. Commits, and statements that write outside of a
/// transaction, are boundaries; a transaction of a process that dies is rolled back, as the server
/// does for a session that ends.
final class MortalDatabase extends DelegatingDataSource {

    private static final Pattern INSERTED = Pattern.compile("insert\\s+into\\s+(\\w+)");

    /// Writes to what the invariants speak of.
    private static final Pattern BOOKED =
            Pattern.compile(
                    "(insert\\s+into|update|delete\\s+from)\\s+(accounts|trading_states|dispatch_executions"
                            + "|orders|fills|active_positions|position_events|outcomes)\\b");

    private static final String CONNECTION_FAILURE = "08006";

    /// Looked up once: the same statements are prepared thousands of times.
    private static final Map<String, Written> WRITTEN = new ConcurrentHashMap<>();

    private final Mortality mortality;
    private final DatabaseReach reach;
    private final LongAdder commits;

    /// @param commits counts those of all processes that write to the books
    MortalDatabase(DataSource source, Mortality mortality, DatabaseReach reach, LongAdder commits) {
        super(source);
        this.mortality = mortality;
        this.reach = reach;
        this.commits = commits;
    }

    @Override
    public Connection getConnection() throws SQLException {
        mortality.requireAlive();
        reach.require();
        return proxy(Connection.class, new MortalConnection(super.getConnection()));
    }

    private static SQLException lost() {
        return new SQLException("the connection to the database is lost", CONNECTION_FAILURE);
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        Object made =
                Proxy.newProxyInstance(
                        MortalDatabase.class.getClassLoader(), new Class<?>[] {type}, handler);
        return type.cast(made);
    }

    private static @Nullable Object call(
            Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }

    /// A connection whose commits are boundaries.
    private final class MortalConnection implements InvocationHandler {

        private final Connection connection;
        private final Set<String> tables = new TreeSet<>();
        private boolean isBooked;

        private MortalConnection(Connection connection) {
            this.connection = connection;
        }

        @Override
        public @Nullable Object invoke(Object self, Method method, Object @Nullable [] arguments)
                throws Throwable {
            return switch (method.getName()) {
                case "commit" -> committed(method);
                case "prepareStatement" -> statement(method, arguments);
                default -> call(connection, method, arguments);
            };
        }

        private @Nullable Object committed(Method method) throws Throwable {
            Set<String> stored = Set.copyOf(tables);
            tables.clear();
            mortality.reach(Boundary.Moment.BEFORE, "commit", stored);
            if (mortality.isDisconnected(Boundary.Moment.BEFORE, "commit", stored)) {
                connection.rollback();
                throw lost();
            }
            Object done = call(connection, method, null);
            if (isBooked) {
                commits.increment();
                isBooked = false;
            }
            mortality.reach(Boundary.Moment.AFTER, "commit", stored);
            if (mortality.isDisconnected(Boundary.Moment.AFTER, "commit", stored)) {
                throw lost();
            }
            return done;
        }

        private Object statement(Method method, Object @Nullable [] arguments) throws Throwable {
            mortality.requireAlive();
            Object prepared = call(connection, method, arguments);
            Written written = Written.by(arguments);
            boolean isItsOwn = written.writes() && connection.getAutoCommit();
            if (!isItsOwn) {
                tables.addAll(written.tables());
                isBooked |= written.isBooked();
            }
            return isItsOwn
                    ? proxy(
                            PreparedStatement.class,
                            new CommittingStatement(prepared, written.isBooked()))
                    : java.util.Objects.requireNonNull(prepared);
        }
    }

    /// What a statement writes.
    ///
    /// @param writes false for one that only reads
    /// @param tables that it inserts into
    /// @param isBooked true when the invariants speak of what it writes
    private record Written(boolean writes, Set<String> tables, boolean isBooked) {

        private static final Written NOTHING = new Written(false, Set.of(), false);

        static Written by(Object @Nullable [] arguments) {
            return arguments == null
                    ? NOTHING
                    : WRITTEN.computeIfAbsent(String.valueOf(arguments[0]), Written::of);
        }

        private static Written of(String sql) {
            boolean reads = sql.stripLeading().toLowerCase(Locale.ROOT).startsWith("select");
            Set<String> tables = new TreeSet<>();
            Matcher inserted = INSERTED.matcher(sql);
            while (inserted.find()) {
                tables.add(inserted.group(1));
            }
            return new Written(!reads, tables, BOOKED.matcher(sql).find());
        }
    }

    /// A statement that is a transaction of its own.
    private final class CommittingStatement implements InvocationHandler {

        private final @Nullable Object statement;
        private final boolean isBooked;

        private CommittingStatement(@Nullable Object statement, boolean isBooked) {
            this.statement = statement;
            this.isBooked = isBooked;
        }

        @Override
        public @Nullable Object invoke(Object self, Method method, Object @Nullable [] arguments)
                throws Throwable {
            Object target = java.util.Objects.requireNonNull(statement);
            if (!method.getName().startsWith("execute")) {
                return call(target, method, arguments);
            }
            mortality.reach(Boundary.Moment.BEFORE, "write");
            Object done = call(target, method, arguments);
            if (isBooked) {
                commits.increment();
            }
            mortality.reach(Boundary.Moment.AFTER, "write");
            return done;
        }
    }
}
