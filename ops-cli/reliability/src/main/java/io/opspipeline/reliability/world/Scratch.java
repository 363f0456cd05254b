package io.opspipeline.reliability.world;

import com.zaxxer.hikari.HikariDataSource;
import io.opspipeline.persistence.DatabaseAddress;

/// A database of one world. Closing it drops it.
///
/// @param address for sessions of their own
/// @param pool connections to it
/// @param drop drops it
public record Scratch(DatabaseAddress address, HikariDataSource pool, Runnable drop)
        implements AutoCloseable {

    @Override
    public void close() {
        pool.close();
        drop.run();
    }
}
