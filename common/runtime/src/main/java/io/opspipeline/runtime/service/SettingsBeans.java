package io.opspipeline.runtime.service;

import io.opspipeline.ports.setting.SettingsPrefix;
import io.opspipeline.runtime.setting.CurrentSettings;
import io.opspipeline.runtime.setting.SettingsBinder;
import io.opspipeline.runtime.setting.SettingsCatalogue;
import io.opspipeline.runtime.setting.SettingsException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.ResolvableType;

/// Binds a service's settings before its beans are made, and adds them to the context: each record
/// as it is at start, and its [CurrentSettings].
final class SettingsBeans {

    private final ServiceDescription service;
    private final ServiceArguments arguments;

    SettingsBeans(ServiceDescription service, ServiceArguments arguments) {
        this.service = service;
        this.arguments = arguments;
    }

    /// Binds and adds every record.
    ///
    /// @throws SettingsException naming the first bad key
    void addTo(GenericApplicationContext context) {
        SettingsCatalogue catalogue = service.catalogue();
        catalogue.check(arguments.overrides());
        Map<String, String> configured = ConfiguredValues.read(context.getEnvironment(), catalogue);
        service.settings().forEach(type -> add(context, type, configured));
    }

    private <T extends Record> void add(
            GenericApplicationContext context, Class<T> type, Map<String, String> configured) {
        var current =
                new CurrentSettings<>(
                        type,
                        new SettingsBinder(arguments.mode()),
                        of(type, configured),
                        of(type, arguments.overrides()));
        context.getBeanFactory().registerSingleton(type.getName(), current.get());
        var definition = new RootBeanDefinition();
        definition.setTargetType(ResolvableType.forClassWithGenerics(CurrentSettings.class, type));
        definition.setInstanceSupplier(() -> current);
        context.registerBeanDefinition("current " + type.getName(), definition);
    }

    private static Map<String, String> of(
            Class<? extends Record> type, Map<String, String> values) {
        String start = type.getAnnotation(SettingsPrefix.class).value() + ".";
        return values.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(start))
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                Map.Entry::getValue,
                                (first, _) -> first,
                                LinkedHashMap::new));
    }
}
