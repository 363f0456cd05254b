package io.opspipeline.local.up;

import io.opspipeline.local.broker.BrokerFile;
import io.opspipeline.local.day.LocalAccount;
import io.opspipeline.persistence.DatabaseAddress;
import io.opspipeline.runtime.service.RunToken;
import io.opspipeline.runtime.service.ServiceDescription;
import io.opspipeline.runtime.service.Supervision;
import io.opspipeline.runtime.setting.RunMode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// How the process of each service is started. What it must know goes by its environment, because
/// others may read a command line.
final class ServicePlans {

    private static final int HEAP_MEGABYTES = 160;

    private final UpRequest request;
    private final RunFolder folder;
    private final DatabaseAddress database;
    private final Optional<URI> exchange;
    private final RunToken token;

    /// @param folder of the run, whose token is made already
    /// @param exchange the exchange of the run; empty where the broker is somebody else
    ServicePlans(
            UpRequest request, RunFolder folder, DatabaseAddress database, Optional<URI> exchange) {
        this.request = request;
        this.folder = folder;
        this.database = database;
        this.exchange = exchange;
        this.token = TokenFile.read(folder);
    }

    ProcessPlan of(Class<?> application) {
        var service = ServiceDescription.of(application);
        return new ProcessPlan(
                service.name(),
                JavaCommand.of(HEAP_MEGABYTES, application.getName(), words(service)),
                environment(service.name()),
                folder.printed(service.name()));
    }

    private List<String> words(ServiceDescription service) {
        List<String> words = new ArrayList<>(List.of("--mode", request.mode().name()));
        if (request.mode() == RunMode.LIVE) {
            words.add("--i-understand-this-is-real-money");
        }
        new TreeMap<>(service.own(request.day().overrides()))
                .forEach((key, value) -> words.addAll(List.of("--set", key + "=" + value)));
        return words;
    }

    private Map<String, String> environment(String name) {
        Map<String, String> all = new TreeMap<>();
        all.put(Supervision.VARIABLE, "1");
        all.put("OPS_HOME", folder.home().toString());
        all.put("OPS_SPRING_DATASOURCE_URL", database.url());
        all.put("OPS_SPRING_DATASOURCE_USERNAME", database.user());
        all.put("OPS_SPRING_DATASOURCE_PASSWORD", database.password());
        all.put("OPS_SERVER_PORT", "0");
        all.put("OPS_SERVER_ADDRESS", "127.0.0.1");
        all.put("OPS_MANAGEMENT_ENDPOINTS_WEB_EXPOSURE_INCLUDE", "health,info,run");
        all.put(RunToken.VARIABLE, token.secret().reveal());
        all.put("OPS_LOGGING_FILE_NAME", folder.log(name).toString());
        all.put("OPS_LOGGING_THRESHOLD_CONSOLE", "off");
        exchange.ifPresentOrElse(url -> addExchange(all, url), () -> addBroker(all));
        return all;
    }

    /// What the home folder says of the broker, where the environment, which services inherit, says
    /// nothing.
    private void addBroker(Map<String, String> all) {
        all.putAll(BrokerFile.in(folder.home()).variables(request.mode(), System.getenv()));
    }

    /// Pings keep their distance in real time, however fast the exchange's clock runs.
    private void addExchange(Map<String, String> all, URI url) {
        all.put("OPS_ALPACA_TRADING_URL", url.toString());
        all.put("OPS_ALPACA_DATA_URL", url.toString());
        all.put("OPS_ALPACA_PING_EVERY", Math.round(20 * request.speed()) + "s");
        all.put("OPS_CLOCK_URL", ExchangeProcess.clockUrl(url).toString());
        // The keys of a broker have no business at a simulated exchange.
        all.put("OPS_SECRETS_FILE", folder.home().resolve("no-secrets").toString());
        LocalAccount.ALL.forEach(account -> {
            String start = "OPS_SECRET_" + account.id().value().toUpperCase(Locale.ROOT);
            all.put(start + "_KEY_ID", account.opening().keyId());
            all.put(start + "_SECRET_KEY", account.opening().secret());
        });
    }
}
