package io.opspipeline.local.day;

import io.opspipeline.exchange.market.Market;
import io.opspipeline.persistence.account.PostgresAccounts;
import io.opspipeline.persistence.market.PostgresUniverse;
import io.opspipeline.persistence.sql.Database;
import java.time.Instant;
import javax.sql.DataSource;

/// Makes the accounts and the universe of a simulated market known to the system.
public final class Registration {

    private Registration() {}

    /// Writes the rows.
    ///
    /// @param at when, UTC
    public static void of(Market market, DataSource source, Instant at) {
        Database rows = Database.over(source);
        PostgresAccounts accounts = new PostgresAccounts(rows);
        LocalAccount.ALL.forEach(account -> accounts.register(account.registered(), at));
        new PostgresUniverse(rows).publish(Markets.universe(market), at);
    }
}
