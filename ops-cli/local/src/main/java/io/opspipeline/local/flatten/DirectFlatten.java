package io.opspipeline.local.flatten;

import io.opspipeline.alpaca.AlpacaClients;
import io.opspipeline.domain.account.AccountId;
import io.opspipeline.ports.time.Pause;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;

/// Cancels every order of an account and sells everything it holds, as urgently as the trading
/// rules allow (section 9, closing orders).
public final class DirectFlatten {

    private final AlpacaClients broker;
    private final Ladders ladders;
    private final Patience patience;
    private final Consumer<String> told;

    /// @param clock the time that the broker's market runs on
    /// @param pause waits on that time
    /// @param patience when what is still held is given up
    /// @param told hears each step, one line
    public DirectFlatten(
            AlpacaClients broker,
            Clock clock,
            Pause pause,
            Duration patience,
            Consumer<String> told) {
        this.broker = broker;
        this.ladders = new Ladders(broker);
        this.patience = new Patience(clock, pause, patience);
        this.told = told;
    }

    /// Flattens an account. While its books cannot be read they are asked again until patience
    /// ends; what then cannot be confirmed is said in the remarks.
    ///
    /// @throws InterruptedException when the thread is told to stop; what was sent stays sent
    public Flattened flatten(AccountId account) throws InterruptedException {
        return new Closing(account, broker, ladders, patience, told).flattened();
    }
}
