package io.opspipeline.reliability.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The processes of a world, alive or about to be buried, oldest first.
final class Processes {

    private final Surround around;
    private final Map<String, String> settings;
    private final List<ServiceProcess> living = new ArrayList<>();
    private final List<Crashes> meant = new ArrayList<>();
    private int deaths;

    /// @param settings of the services, where they differ from the defaults
    Processes(Surround around, Map<String, String> settings) {
        this.around = around;
        this.settings = settings;
    }

    int deaths() {
        return deaths;
    }

    /// Crashes that were meant to happen and have not.
    List<Crashes> crashesToCome() {
        return meant.stream().filter(crash -> !crash.isDone()).toList();
    }

    boolean run(Role role) {
        return living.stream().anyMatch(process -> process.role() == role);
    }

    void start(Role role, Crashes crashes) {
        meant.add(crashes);
        living.add(ServiceProcess.start(role, around, crashes, settings));
    }

    /// Kills the oldest processes of a service.
    ///
    /// @param most how many
    void kill(Role role, long most) {
        living.stream()
                .filter(process -> process.role() == role)
                .limit(most)
                .forEach(ServiceProcess::kill);
        bury();
    }

    void killAll() {
        living.forEach(ServiceProcess::kill);
        bury();
    }

    /// Takes away who has died. The exchange closes its streams, as the operating system would.
    void bury() {
        List<ServiceProcess> dead = living.stream().filter(ServiceProcess::isDead).toList();
        for (ServiceProcess process : dead) {
            living.remove(process);
            deaths++;
            process.bury();
            switch (process.role()) {
                case TRADE_STREAM -> around.way().dropOrderStreams();
                case POSITION_MANAGER -> around.way().dropQuoteStreams();
                case DISPATCHER -> {}
            }
        }
    }
}
