package io.opspipeline.reliability.world;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;

/// The life of one process. Once it is over, everything that would be visible to others throws.
public final class Mortality {

    private final Role role;
    private final Crashes crashes;
    private volatile boolean dead;

    /// @param role which process
    /// @param crashes where it dies
    public Mortality(Role role, Crashes crashes) {
        this.role = role;
        this.crashes = crashes;
    }

    /// True once it is over.
    public boolean isDead() {
        return dead;
    }

    void kill() {
        dead = true;
    }

    /// @throws ProcessKilled when the process is dead
    void requireAlive() {
        if (dead) {
            throw new ProcessKilled(role.service());
        }
    }

    /// True when the connection to the database is lost at a boundary.
    boolean isDisconnected(Boundary.Moment moment, String act, Set<String> tables) {
        return crashes.disconnectsAt(new Boundary(role, moment, act, tables));
    }

    /// The process reaches a boundary, and may die there.
    ///
    /// @throws ProcessKilled when the process is dead
    void reach(Boundary.Moment moment, String act) {
        reach(moment, act, Set.of());
    }

    /// The same for a commit.
    ///
    /// @param tables what it stores into
    /// @throws ProcessKilled when the process is dead
    void reach(Boundary.Moment moment, String act, Set<String> tables) {
        requireAlive();
        if (crashes.killsAt(new Boundary(role, moment, act, tables))) {
            dead = true;
            throw new ProcessKilled(role.service());
        }
    }

    /// A port as the process sees it: once it is dead, every call throws. A call is a transaction,
    /// and nobody dies in the middle of it.
    ///
    /// @param port the interface
    public <T> T guarded(Class<T> port, T store) {
        Object made =
                Proxy.newProxyInstance(
                        port.getClassLoader(),
                        new Class<?>[] {port},
                        (_, method, arguments) -> {
                            requireAlive();
                            try {
                                return method.invoke(store, arguments);
                            } catch (InvocationTargetException failure) {
                                throw failure.getCause();
                            }
                        });
        return port.cast(made);
    }
}
