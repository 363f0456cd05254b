package io.opspipeline.local.flatten;

import io.opspipeline.alpaca.AlpacaClients;
import io.opspipeline.alpaca.probe.Probed;
import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.account.BrokerAccount;
import io.opspipeline.ports.time.Pause;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;

/// Cancels every order of an account and sells everything it holds, as urgently as the trading
/// rules allow (section 9, closing orders).
public final class DirectFlatten {

    private static final int UNAUTHORIZED = 401;

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
    /// ends; what then cannot be confirmed is said in the remarks. Keys that the broker refuses are
    /// those of another mode: nothing is asked again.
    ///
    /// @throws InterruptedException when the thread is told to stop; what was sent stays sent
    public Flattened flatten(AccountId account) throws InterruptedException {
        return switch (broker.probe().account(account)) {
            case Probed.Refused<BrokerAccount>(int status, String words)
                    when status == UNAUTHORIZED ->
                    Flattened.refused(account, status + ": " + words);
            case Probed.Found<BrokerAccount> _,
                    Probed.Refused<BrokerAccount> _,
                    Probed.OneTooMany<BrokerAccount> _,
                    Probed.Unanswered<BrokerAccount> _ ->
                    new Closing(account, broker, ladders, patience, told).flattened();
        };
    }
}
