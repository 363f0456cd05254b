package io.opspipeline.runtime.service;

import io.opspipeline.runtime.setting.SettingsCatalogue;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What an application class says of its service.
///
/// @param application the class with [OpsService]
/// @param name the service's name
/// @param settings its settings records
public record ServiceDescription(
        Class<?> application, String name, List<Class<? extends Record>> settings) {

    /// Reads an application class.
    ///
    /// @throws IllegalArgumentException when it lacks [OpsService]
    public static ServiceDescription of(Class<?> application) {
        OpsService service = application.getAnnotation(OpsService.class);
        if (service == null) {
            throw new IllegalArgumentException(application.getName() + " lacks @OpsService");
        }
        return new ServiceDescription(
                application, service.name(), Arrays.asList(service.settings()));
    }

    /// Every setting of some services, to check overrides before anything starts.
    public static SettingsCatalogue catalogue(Collection<Class<?>> applications) {
        return SettingsCatalogue.of(
                applications.stream()
                        .flatMap(application -> of(application).settings().stream())
                        .distinct()
                        .toList());
    }

    /// The values among these that are this service's own.
    public Map<String, String> own(Map<String, String> values) {
        SettingsCatalogue own = catalogue();
        return values.entrySet().stream()
                .filter(entry -> own.owns(entry.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// Every setting of this service.
    SettingsCatalogue catalogue() {
        return SettingsCatalogue.of(settings);
    }
}
