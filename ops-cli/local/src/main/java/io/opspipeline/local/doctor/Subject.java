package io.opspipeline.local.doctor;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.local.broker.BrokerAccess;
import io.opspipeline.local.broker.HomeBroker;
import io.opspipeline.local.broker.SimulatedBroker;
import io.opspipeline.local.postgres.LocalPostgres;
import io.opspipeline.local.up.ExchangeProcess;
import io.opspipeline.local.up.RunState;
import io.opspipeline.local.up.RunningDatabase;
import io.opspipeline.runtime.setting.RunMode;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import javax.sql.DataSource;

/// What is examined: a home folder in a mode.
///
/// @param home the folder
/// @param mode whose accounts and broker
/// @param environment of this process, which services would inherit
/// @param run what is up there now, in any mode
record Subject(Path home, RunMode mode, Map<String, String> environment, Optional<RunState> run) {

    private static final String SESSIONS = "ops-cli doctor";

    /// Why there is neither database nor broker to look at; empty when there should be.
    Optional<String> nothingYet() {
        return mode == RunMode.SIMULATED && simulated().flatMap(RunState::exchange).isEmpty()
                ? Optional.of("a simulated run brings its own, and none is up")
                : Optional.empty();
    }

    /// Where the keys of the accounts are kept.
    Path secrets() {
        return kept().secrets();
    }

    /// The accounts that have keys.
    SortedSet<AccountId> withKeys() {
        return mode == RunMode.SIMULATED ? SimulatedBroker.accounts() : kept().keys().accounts();
    }

    /// The database of the mode; its server is started when it sleeps.
    ///
    /// @throws IllegalStateException when there is none yet
    DataSource database() {
        LocalPostgres postgres = LocalPostgres.in(home);
        postgres.start();
        String name =
                mode == RunMode.SIMULATED
                        ? postgres.current().orElse("")
                        : RunningDatabase.name(mode);
        if (!postgres.has(name)) {
            throw new IllegalStateException("there is no database of mode " + mode + " yet");
        }
        return postgres.address(name).sessions(SESSIONS);
    }

    /// The broker of the mode.
    ///
    /// @throws io.opspipeline.runtime.setting.SettingsException naming what cannot be used
    BrokerAccess broker() {
        return mode == RunMode.SIMULATED ? exchange() : kept().access();
    }

    private HomeBroker kept() {
        return new HomeBroker(home, mode, environment);
    }

    private BrokerAccess exchange() {
        URI exchange = simulated().flatMap(RunState::exchange).orElseThrow();
        return SimulatedBroker.at(exchange, ExchangeProcess.clockUrl(exchange));
    }

    private Optional<RunState> simulated() {
        return run.filter(state -> state.mode().equals(RunMode.SIMULATED.name()));
    }
}
