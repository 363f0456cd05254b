package io.opspipeline.runtime.setting;

import io.opspipeline.ports.setting.Described;
import io.opspipeline.ports.setting.InRange;
import io.opspipeline.ports.setting.SafetyFloor;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.util.Optional;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// One record component that holds a setting: reads its text and checks the value.
///
/// @param setting how the catalogue shows it
/// @param type its full type
record SettingSlot(Setting setting, Type type) {

    /// The slot of a component; its default stands on the parameter of the canonical constructor.
    static SettingSlot of(String key, RecordComponent component, Parameter parameter) {
        var described = component.getAnnotation(Described.class);
        if (described == null) {
            throw new IllegalStateException(key + " lacks @Described");
        }
        return new SettingSlot(
                new Setting(
                        key,
                        SettingText.name(component.getGenericType()),
                        Optional.ofNullable(parameter.getAnnotation(DefaultValue.class))
                                .map(value -> String.join(",", value.value())),
                        Optional.ofNullable(component.getAnnotation(InRange.class))
                                .map(range -> new Setting.Range(range.min(), range.max())),
                        component.isAnnotationPresent(SafetyFloor.class),
                        described.value()),
                component.getGenericType());
    }

    /// The value of a text.
    ///
    /// @param given the configured text; empty takes the default
    /// @throws SettingsException naming the key, the value and what is allowed
    Object value(Optional<String> given, RunMode mode) {
        String text = given.or(setting::defaultValue).orElseGet(this::absent);
        Object value = read(text);
        checkRange(text, value);
        if (!mode.isFreeToExperiment()) {
            checkFloor(text, value);
        }
        return value;
    }

    private String absent() {
        if (setting.type().startsWith("Optional<")) {
            return "";
        }
        throw refusal("setting %s: missing (%s)".formatted(setting.key(), setting.description()));
    }

    private Object read(String text) {
        try {
            return SettingText.read(type, text);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw refusal(
                    "setting %s: '%s' cannot be read as %s%s (%s)"
                            .formatted(
                                    setting.key(),
                                    text,
                                    setting.type(),
                                    allowed(),
                                    e.getMessage()));
        }
    }

    private void checkRange(String text, Object value) {
        if (setting.range().filter(range -> isOutside(value, range)).isPresent()) {
            throw refusal(
                    "setting %s: %s is out of range%s".formatted(setting.key(), text, allowed()));
        }
    }

    private boolean isOutside(Object value, Setting.Range range) {
        return compare(value, read(range.min())) < 0 || compare(value, read(range.max())) > 0;
    }

    private void checkFloor(String text, Object value) {
        if (setting.safetyFloor() && compare(value, read(floor())) < 0) {
            throw refusal(
                    "setting %s: %s is below its safety floor %s, which holds outside SIMULATED"
                            .formatted(setting.key(), text, floor()));
        }
    }

    private SettingsException refusal(String message) {
        return new SettingsException(setting.key(), message);
    }

    private String floor() {
        return setting.defaultValue()
                .orElseThrow(() ->
                        new IllegalStateException(
                                setting.key() + " is a @SafetyFloor without a default"));
    }

    private String allowed() {
        return setting.range().map(range -> ", allowed " + range).orElse("");
    }

    /// Both values were read as the same type; an absent one is inside every range.
    @SuppressWarnings("unchecked")
    private static int compare(Object value, Object bound) {
        if (value instanceof Optional<?> optional) {
            return optional.isEmpty() ? 0 : compare(optional.get(), ((Optional<?>) bound).get());
        }
        return ((Comparable<Object>) value).compareTo(bound);
    }
}
