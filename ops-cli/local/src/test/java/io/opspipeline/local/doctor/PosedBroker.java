package io.opspipeline.local.doctor;

import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.exchange.market.Market;
import io.opspipeline.exchange.pose.Pose;
import io.opspipeline.exchange.venue.OpeningAccount;
import io.opspipeline.local.day.DayRequest;
import io.opspipeline.local.day.LocalAccount;
import io.opspipeline.local.day.Markets;
import io.opspipeline.local.up.ExchangeProcess;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// An exchange on loopback that poses as the paper host, and the environment of a process that
/// trades there.
public final class PosedBroker implements AutoCloseable {

    private static final Market MARKET =
            Markets.open(
                    new DayRequest(
                            new DayRequest.MarketKind.Generated(),
                            Optional.empty(),
                            1,
                            new TreeSet<>(List.of(Ticker.of("NVDA"))),
                            Map.of()));

    private final ExchangeProcess exchange;

    private PosedBroker(Pose pose) {
        this.exchange = ExchangeProcess.open(MARKET, 0, pose);
    }

    /// One with which nothing is wrong.
    public static PosedBroker healthy() {
        return posing(healthyPose());
    }

    /// One that poses problems.
    public static PosedBroker posing(Pose pose) {
        return new PosedBroker(pose);
    }

    /// A pose with which nothing is wrong, to begin with.
    public static Pose healthyPose() {
        return Pose.healthy(accounts());
    }

    /// The accounts of the exchange as the system knows them.
    public static List<OpeningAccount> accounts() {
        return LocalAccount.ALL.stream().map(LocalAccount::opening).toList();
    }

    /// Base of its APIs.
    public URI url() {
        return exchange.url();
    }

    /// Lets its time run faster.
    public void run(double speed) {
        exchange.run(speed);
    }

    /// What a process finds in its environment.
    public Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        environment.put("OPS_ALPACA_TRADING_URL", url().toString());
        environment.put("OPS_ALPACA_DATA_URL", url().toString());
        environment.put("OPS_CLOCK_URL", ExchangeProcess.clockUrl(url()).toString());
        return environment;
    }

    /// The same with the keys of both accounts.
    public Map<String, String> environmentWithKeys() {
        Map<String, String> environment = environment();
        for (OpeningAccount account : accounts()) {
            String name = account.id().value().toUpperCase(Locale.ROOT);
            environment.put("OPS_SECRET_" + name + "_KEY_ID", account.keyId());
            environment.put("OPS_SECRET_" + name + "_SECRET_KEY", account.secret());
        }
        return environment;
    }

    @Override
    public void close() {
        exchange.close();
    }
}
