package io.opspipeline.runtime.setting;

import io.opspipeline.ports.setting.Described;
import io.opspipeline.ports.setting.SettingsPrefix;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// The shape of a settings record: its slots in order, and how to make one from their values.
///
/// @param key the prefix of every key in it
/// @param constructor its canonical constructor
/// @param members its components in order: slots, and records of slots
record SettingsRecord(String key, Constructor<?> constructor, List<Member> members) {

    /// The shape of a record type.
    ///
    /// @throws IllegalStateException when the type is not a well-formed record of settings
    static SettingsRecord of(Class<? extends Record> type) {
        return group(prefixOf(type).value(), type);
    }

    private static SettingsPrefix prefixOf(Class<? extends Record> type) {
        var prefix = type.getAnnotation(SettingsPrefix.class);
        if (prefix == null) {
            throw new IllegalStateException(type.getName() + " lacks @SettingsPrefix");
        }
        return prefix;
    }

    /// True when the settings of a record are read at the start alone.
    static boolean isFixed(Class<? extends Record> type) {
        return prefixOf(type).fixed();
    }

    /// Every slot, nested ones too.
    List<SettingSlot> slots() {
        return members.stream().flatMap(member -> member.slots().stream()).toList();
    }

    /// Makes the record.
    ///
    /// @throws SettingsException when the record itself refuses its values together
    Object make(Function<SettingSlot, Object> values) {
        Object[] arguments = members.stream().map(member -> member.make(values)).toArray();
        try {
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            throw new SettingsException("settings " + key + ": " + SettingText.reason(e));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make " + constructor, e);
        }
    }

    private static SettingsRecord group(String key, Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Constructor<?> constructor = canonical(type, components);
        List<Member> members = new ArrayList<>();
        for (int i = 0; i < components.length; i++) {
            String memberKey = key + "." + kebab(components[i].getName());
            members.add(
                    isGroup(components[i].getType())
                            ? new Group(group(memberKey, components[i].getType()))
                            : new Single(
                                    SettingSlot.of(
                                            memberKey,
                                            components[i],
                                            constructor.getParameters()[i])));
        }
        return new SettingsRecord(key, constructor, List.copyOf(members));
    }

    private static Constructor<?> canonical(Class<?> type, RecordComponent[] components) {
        try {
            Constructor<?> constructor =
                    type.getDeclaredConstructor(
                            Arrays.stream(components)
                                    .map(RecordComponent::getType)
                                    .toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(type + " has no canonical constructor", e);
        }
    }

    /// A record whose components are settings is a group; any other record is a value.
    private static boolean isGroup(Class<?> type) {
        return type.isRecord()
                && Arrays.stream(type.getRecordComponents())
                        .anyMatch(component -> component.isAnnotationPresent(Described.class));
    }

    private static String kebab(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    /// One component.
    sealed interface Member {

        List<SettingSlot> slots();

        Object make(Function<SettingSlot, Object> values);
    }

    private record Single(SettingSlot slot) implements Member {

        @Override
        public List<SettingSlot> slots() {
            return List.of(slot);
        }

        @Override
        public Object make(Function<SettingSlot, Object> values) {
            return values.apply(slot);
        }
    }

    private record Group(SettingsRecord nested) implements Member {

        @Override
        public List<SettingSlot> slots() {
            return nested.slots();
        }

        @Override
        public Object make(Function<SettingSlot, Object> values) {
            return nested.make(values);
        }
    }
}
