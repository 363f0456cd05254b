package io.opspipeline.cli.watch;

import io.opspipeline.cli.market.MarketMoment;
import io.opspipeline.local.up.ControlClient;
import io.opspipeline.local.up.ProcessState;
import io.opspipeline.local.up.ProcessState.State;
import io.opspipeline.local.up.RunState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How the services are by what they left in the database, and how their processes are by their
/// supervisor, while there is one.
///
/// @param signs what the database tells
/// @param supervisor of the home
record SupervisedServices(ServiceLines signs, ControlClient supervisor) implements ServiceLines {

    @Override
    public List<ServiceLine> read(JdbcClient jdbc, MarketMoment now) {
        List<ServiceLine> stored = signs.read(jdbc, now);
        return supervisor.state().map(run -> merged(stored, run)).orElse(stored);
    }

    private static List<ServiceLine> merged(List<ServiceLine> stored, RunState run) {
        Map<String, ServiceLine> left = new TreeMap<>();
        stored.forEach(line -> left.put(line.service(), line));
        List<ServiceLine> lines = new ArrayList<>();
        for (ProcessState process : run.processes()) {
            lines.add(line(process, Optional.ofNullable(left.remove(process.name()))));
        }
        lines.addAll(left.values());
        return lines;
    }

    private static ServiceLine line(ProcessState process, Optional<ServiceLine> sign) {
        boolean runs = process.state() == State.READY;
        String state =
                runs && sign.isPresent()
                        ? sign.get().state()
                        : process.state().name().toLowerCase(Locale.ROOT);
        boolean good =
                process.state() == State.WAITING
                        || (runs && sign.map(ServiceLine::good).orElse(true));
        return new ServiceLine(
                process.name(), state, good, sign.flatMap(ServiceLine::age), detail(process));
    }

    private static String detail(ProcessState process) {
        List<String> parts = new ArrayList<>();
        process.pid().ifPresent(pid -> parts.add("pid " + pid));
        if (process.restarts() > 0) {
            parts.add("restarted " + process.restarts());
        }
        process.detail().ifPresent(parts::add);
        return String.join(", ", parts);
    }
}
