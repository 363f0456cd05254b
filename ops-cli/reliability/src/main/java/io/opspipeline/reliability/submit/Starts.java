package io.opspipeline.reliability.submit;

import io.opspipeline.alpaca.AlpacaClients;
import io.opspipeline.alpaca.AlpacaSettings;
import io.opspipeline.alpaca.access.AlpacaKeys;
import io.opspipeline.alpaca.access.Surroundings;
import io.opspipeline.dispatcher.DispatcherPorts;
import io.opspipeline.dispatcher.DispatcherService;
import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.domain.order.OrderRequest;
import io.opspipeline.exchange.wire.MemoryExchange;
import io.opspipeline.ports.broker.OrderEntry;
import io.opspipeline.ports.time.Pause;
import io.opspipeline.ports.time.StreamFrames;
import io.opspipeline.reliability.world.Crashes;
import io.opspipeline.reliability.world.MortalOrders;
import io.opspipeline.reliability.world.MortalTimers;
import io.opspipeline.reliability.world.Mortality;
import io.opspipeline.reliability.world.Role;
import io.opspipeline.runtime.time.VirtualTime;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// Starts processes: each with an adapter and timers of its own, over the stores of all.
final class Starts {

    /// More than anybody asks in a minute: how often one may ask is not what is tried here.
    static final int REQUESTS = 1_000_000;

    private final VirtualTime time;
    private final MemoryExchange exchange;
    private final EntryStores stores;
    private final Consumer<OrderRequest> onItsWay;
    private final UnaryOperator<DispatcherPorts> around;
    private final AlpacaKeys keys = SubmitAccounts.keys();
    private Optional<DispatcherService> last = Optional.empty();

    /// @param onItsWay takes every order that is about to be sent
    /// @param around puts something between a dispatcher and its ports
    Starts(
            VirtualTime time,
            MemoryExchange exchange,
            EntryStores stores,
            Consumer<OrderRequest> onItsWay,
            UnaryOperator<DispatcherPorts> around) {
        this.time = time;
        this.exchange = exchange;
        this.stores = stores;
        this.onItsWay = onItsWay;
        this.around = around;
    }

    /// Starts the dispatcher of an account.
    ///
    /// @param crashes where it dies
    DispatcherProcess start(AccountId account, Crashes crashes) {
        var mortality = new Mortality(Role.DISPATCHER, crashes);
        var timers = new MortalTimers(time, mortality);
        EntryStores seen = stores.of(mortality);
        var alpaca =
                new AlpacaClients(
                        settings(),
                        keys,
                        new Surroundings(
                                time, timers, Pause.NONE, StreamFrames.UNCOUNTED, seen.alerts()),
                        exchange.client());
        var broker = new MortalOrders(new LateOrders(alpaca.orderEntry(), onItsWay), mortality);
        DispatcherService service = service(around.apply(ports(broker, alpaca, seen, timers)));
        return new DispatcherProcess(account, mortality, alpaca, service, time);
    }

    private DispatcherPorts ports(
            OrderEntry broker, AlpacaClients alpaca, EntryStores seen, MortalTimers timers) {
        return new DispatcherPorts(
                broker,
                alpaca.books(),
                alpaca.marketData(),
                alpaca.optionChains(),
                seen.accounts(),
                seen.dispatches(),
                seen.ledger(),
                seen.positions(),
                seen.bars(),
                seen.halts(),
                seen.heartbeats(),
                seen.alerts(),
                seen.reads(),
                SessionCalendar.nyse(),
                timers,
                time);
    }

    /// All processes go by the same settings, which are read once.
    private DispatcherService service(DispatcherPorts ports) {
        DispatcherService made =
                last.map(before -> before.over(ports))
                        .orElseGet(
                                () -> DispatcherService.simulated(ports, SubmitAccounts.SETTINGS));
        last = Optional.of(made);
        return made;
    }

    private static AlpacaSettings settings() {
        return new AlpacaSettings(
                MemoryExchange.url(),
                MemoryExchange.url(),
                "sip",
                "opra",
                Duration.ofSeconds(10),
                REQUESTS,
                REQUESTS,
                Optional.empty(),
                0,
                1);
    }
}
