package io.opspipeline.local.alert;

import com.zaxxer.hikari.HikariDataSource;
import io.opspipeline.persistence.DatabaseAddress;
import io.opspipeline.persistence.alert.AlertBell;
import io.opspipeline.persistence.alert.AlertDeliveries;
import io.opspipeline.persistence.sql.Database;
import io.opspipeline.runtime.build.BuildId;
import io.opspipeline.runtime.setting.RunMode;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/// Brings every alert of a database to a person, until it is closed. It holds two connections: one
/// that listens, one that all channels share and that none keeps while it sends. Any number may run
/// on one database; an alert is still told once.
public final class AlertDelivery implements AutoCloseable {

    private static final String NAME = "alerts";
    private static final Duration CONNECT = Duration.ofSeconds(5);

    /// No send takes longer.
    static final Duration LIMIT = Duration.ofSeconds(30);

    private final HikariDataSource pool;
    private final List<ChannelLoop> loops;
    private final AlertBell bell;

    private AlertDelivery(HikariDataSource pool, List<ChannelLoop> loops, AlertBell bell) {
        this.pool = pool;
        this.loops = loops;
        this.bell = bell;
    }

    /// Starts at once, also while the database is away. Its schema must be migrated.
    ///
    /// @param clock the time of this machine, also where the market's is simulated: a mail server
    ///   lives in ours
    /// @param mode what stands first in every message
    public static AlertDelivery start(
            DatabaseAddress address, Clock clock, AlertSettings settings, RunMode mode) {
        return start(address, clock, settings.channels(), mode, RetryPlan.standard());
    }

    static AlertDelivery start(
            DatabaseAddress address,
            Clock clock,
            List<Channel> channels,
            RunMode mode,
            RetryPlan plan) {
        HikariDataSource pool = address.pool(NAME, 1);
        pool.setConnectionTimeout(CONNECT.toMillis());
        AlertDeliveries deliveries = new AlertDeliveries(Database.over(pool));
        String build = BuildId.current().value();
        List<ChannelLoop> loops =
                channels.stream()
                        .map(channel -> new TimedChannel(channel, LIMIT))
                        .map(channel ->
                                new ChannelLoop(
                                        channel.channel().kind().name(),
                                        new ChannelDelivery(
                                                channel, deliveries, plan, clock, mode, build),
                                        new DatabaseWatch(channel, clock, mode, build),
                                        clock))
                        .toList();
        loops.forEach(ChannelLoop::start);
        AlertBell bell =
                AlertBell.hang(address.sessions(NAME), () -> loops.forEach(ChannelLoop::ring));
        return new AlertDelivery(pool, loops, bell);
    }

    /// Ends within a few seconds. What was not sent is sent by the next one that starts.
    @Override
    public void close() {
        bell.close();
        loops.parallelStream().forEach(ChannelLoop::close);
        pool.close();
    }
}
