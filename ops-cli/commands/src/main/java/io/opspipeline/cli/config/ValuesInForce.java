package io.opspipeline.cli.config;

import io.opspipeline.local.day.ServiceList;
import io.opspipeline.ports.setting.SettingInForce;
import io.opspipeline.ports.setting.SettingInForce.Source;
import io.opspipeline.runtime.service.ServiceDescription;
import io.opspipeline.runtime.setting.Setting;
import io.opspipeline.runtime.setting.SettingsCatalogue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What the services go by. A setting of several services may have a value of its own in each.
final class ValuesInForce {

    private static final String DEFAULT = "default";

    private final Map<String, List<SettingInForce>> told;
    private final Map<String, SettingsCatalogue> services;

    /// @param told values that are not the default, by service
    ValuesInForce(Map<String, List<SettingInForce>> told) {
        this.told = told;
        this.services =
                ServiceList.ALL.stream()
                        .map(ServiceDescription::of)
                        .collect(
                                Collectors.toMap(
                                        ServiceDescription::name,
                                        service -> SettingsCatalogue.of(service.settings()),
                                        (first, _) -> first,
                                        LinkedHashMap::new));
    }

    /// The values of one record that are not the default, by key, of whichever service told first.
    Map<String, String> of(SettingsCatalogue record) {
        return told.values().stream()
                .flatMap(List::stream)
                .filter(given -> record.find(given.key()).isPresent())
                .collect(
                        Collectors.toMap(
                                SettingInForce::key, SettingInForce::value, (first, _) -> first));
    }

    /// The value; where services differ, each with its services.
    String value(Setting setting) {
        return shown(
                setting,
                given -> given.map(SettingInForce::value).or(setting::defaultValue).orElse(""));
    }

    /// Where the value comes from; where services differ, each with its services.
    String source(Setting setting) {
        return shown(
                setting,
                given ->
                        given.map(SettingInForce::source).map(ValuesInForce::name).orElse(DEFAULT));
    }

    /// True when a service goes by its command line.
    boolean isOverridden(String key) {
        return told.values().stream()
                .flatMap(List::stream)
                .anyMatch(
                        given -> given.key().equals(key) && given.source() == Source.COMMAND_LINE);
    }

    private String shown(Setting setting, Function<Optional<SettingInForce>, String> look) {
        Map<String, List<String>> owners = new LinkedHashMap<>();
        services.forEach((service, catalogue) -> {
            if (catalogue.find(setting.key()).isPresent()) {
                owners.computeIfAbsent(
                                look.apply(find(service, setting.key())), _ -> new ArrayList<>())
                        .add(service);
            }
        });
        return owners.size() == 1
                ? owners.keySet().iterator().next()
                : owners.entrySet().stream()
                        .map(entry ->
                                entry.getKey() + " (" + String.join(", ", entry.getValue()) + ")")
                        .collect(Collectors.joining("; "));
    }

    private Optional<SettingInForce> find(String service, String key) {
        return told.getOrDefault(service, List.of()).stream()
                .filter(given -> given.key().equals(key))
                .findFirst();
    }

    private static String name(Source source) {
        return switch (source) {
            case FILE -> "file";
            case STORED -> "stored";
            case COMMAND_LINE -> "command line";
        };
    }
}
