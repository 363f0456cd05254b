package io.opspipeline.runtime.service;

import java.util.Map;

/// How a service's pool bears a database that goes away: it gives up on a connection soon, so that
/// a run fails and the next one tries again, and the server ends what a dead client left open.
final class PoolProperties {

    private static final String POOL = "spring.datasource.hikari.";
    private static final String DRIVER = POOL + "data-source-properties.";

    /// Spring's, by key.
    static final Map<String, String> DEFAULTS =
            Map.ofEntries(
                    Map.entry(POOL + "maximum-pool-size", "3"),
                    Map.entry(POOL + "minimum-idle", "1"),
                    // A service starts while the database is still away, and is red until then.
                    Map.entry(POOL + "initialization-fail-timeout", "-1"),
                    Map.entry(POOL + "connection-timeout", "5000"),
                    Map.entry(POOL + "validation-timeout", "2000"),
                    Map.entry(POOL + "keepalive-time", "30000"),
                    Map.entry(POOL + "max-lifetime", "600000"),
                    Map.entry(DRIVER + "connectTimeout", "3"),
                    Map.entry(DRIVER + "socketTimeout", "30"),
                    Map.entry(DRIVER + "tcpKeepAlive", "true"),
                    // No transaction is left open, whatever became of its client (incident 66).
                    Map.entry(
                            DRIVER + "options",
                            "-c idle_in_transaction_session_timeout=20s -c lock_timeout=10s"
                                    // Before the client gives the connection up.
                                    + " -c statement_timeout=25s"
                                    // A plan for any parameters locks the partitions of all days.
                                    + " -c plan_cache_mode=force_custom_plan"));

    private PoolProperties() {}
}
