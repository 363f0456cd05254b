package io.opspipeline.runtime.log;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.job.JobName;
import io.opspipeline.domain.order.ClientOrderId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/// The keys that every line logged inside a block carries. Blocks nest; the end of a block gives
/// back what was there before.
///
/// ```java
/// try (var _ = LogContext.of(account).signal(7).open()) { ... }
/// ```
///
/// @param values what is set, by key
public record LogContext(Map<String, String> values) {

    /// Copies the keys, so that a context never changes.
    public LogContext {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /// No keys yet.
    public static LogContext empty() {
        return new LogContext(Map.of());
    }

    /// Lines about an account.
    public static LogContext of(AccountId account) {
        return empty().account(account);
    }

    /// Adds the service that logs. The key is not `service`: the ECS format has an object of that
    /// name already, and several services may share one process.
    public LogContext service(String name) {
        return with("component", name);
    }

    /// Adds the job that runs.
    public LogContext job(JobName job) {
        return with("job", job.label());
    }

    /// Adds the account.
    public LogContext account(AccountId account) {
        return with("account", account.value());
    }

    /// Adds the id of a stored signal.
    public LogContext signal(long signalId) {
        return with("signal", Long.toString(signalId));
    }

    /// Adds the id that we gave an order.
    public LogContext order(ClientOrderId order) {
        return with("order", order.value());
    }

    /// Adds the id of the run in the run ledger.
    public LogContext run(long runId) {
        return with("run", Long.toString(runId));
    }

    /// Puts the keys on the lines of this thread until the scope is closed.
    public Scope open() {
        Map<String, @Nullable String> before = new LinkedHashMap<>();
        values.keySet().forEach(key -> before.put(key, MDC.get(key)));
        values.forEach(MDC::put);
        return () -> before.forEach(LogContext::restore);
    }

    private static void restore(String key, @Nullable String value) {
        if (value == null) {
            MDC.remove(key);
        } else {
            MDC.put(key, value);
        }
    }

    private LogContext with(String key, String value) {
        Map<String, String> more = new LinkedHashMap<>(values);
        more.put(key, value);
        return new LogContext(more);
    }

    /// A block of lines that carry the keys.
    @FunctionalInterface
    public interface Scope extends AutoCloseable {

        @Override
        void close();
    }
}
