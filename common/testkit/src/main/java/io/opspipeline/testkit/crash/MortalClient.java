package io.opspipeline.testkit.crash;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// A process as its database knows it. It dies before or after a commit that a test has chosen, or
/// when it is killed; then every statement throws [Died].
public final class MortalClient {

    private final DataSource source;
    private Optional<Doom> doom = Optional.empty();
    private boolean dead;

    /// A living one.
    public MortalClient(DataSource source) {
        this.source = source;
    }

    /// On which side of a commit.
    public enum Moment {
        /// Nobody has seen anything; the server rolls back.
        BEFORE,
        /// All have seen it, but the process does not know.
        AFTER;

        /// As a crash point.
        public String of(String act) {
            return name().toLowerCase(Locale.ROOT) + " " + act;
        }
    }

    private record Doom(Moment moment, Predicate<String> isMeant) {}

    /// Dies at the next commit.
    public void dieAtNextCommit(Moment moment) {
        doom = Optional.of(new Doom(moment, _ -> true));
    }

    /// Dies at the next commit of a transaction that had a statement with these words.
    public void dieAtCommitOf(Moment moment, String words) {
        doom = Optional.of(new Doom(moment, statements -> statements.contains(words)));
    }

    /// Another process takes the place of the dead one. Whatever the dead one still wants to do,
    /// its caller keeps it from.
    public void restart() {
        doom = Optional.empty();
        dead = false;
    }

    /// Dies now.
    public void kill() {
        dead = true;
    }

    /// True once it has died.
    public boolean isDead() {
        return dead;
    }

    /// Its connections.
    public DataSource dataSource() {
        return proxy(
                DataSource.class,
                (_, method, arguments) -> {
                    requireAlive();
                    Object answer = call(source, method, arguments);
                    return answer instanceof Connection connection ? mortal(connection) : answer;
                });
    }

    private Connection mortal(Connection connection) {
        var statements = new StringBuilder();
        return proxy(
                Connection.class,
                (_, method, arguments) ->
                        switch (method.getName()) {
                            case "commit" -> committed(connection, method, statements);
                            case "prepareStatement", "createStatement" -> {
                                requireAlive();
                                if (arguments != null) {
                                    statements.append(arguments[0]).append('\n');
                                }
                                yield call(connection, method, arguments);
                            }
                            default -> call(connection, method, arguments);
                        });
    }

    private @Nullable Object committed(
            Connection connection, Method method, StringBuilder statements) throws Throwable {
        String said = statements.toString();
        statements.setLength(0);
        reach(Moment.BEFORE, said);
        Object done = call(connection, method, null);
        reach(Moment.AFTER, said);
        return done;
    }

    private void reach(Moment moment, String statements) {
        requireAlive();
        if (doom.filter(each -> each.moment() == moment && each.isMeant().test(statements))
                .isPresent()) {
            dead = true;
            throw new Died(moment.of("commit"));
        }
    }

    private void requireAlive() {
        if (dead) {
            throw new Died("dead already");
        }
    }

    private static @Nullable Object call(
            Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failure) {
            throw Objects.requireNonNull(failure.getCause());
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(
                        MortalClient.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
