package io.opspipeline.runtime.setting;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.convert.DurationStyle;

/// Reads a setting's text as its type. What cannot be read throws [IllegalArgumentException].
final class SettingText {

    private static final Map<Class<?>, Function<String, Object>> READERS =
            Map.ofEntries(
                    Map.entry(String.class, text -> text),
                    Map.entry(BigDecimal.class, BigDecimal::new),
                    Map.entry(double.class, Double::valueOf),
                    Map.entry(int.class, Integer::valueOf),
                    Map.entry(Integer.class, Integer::valueOf),
                    Map.entry(long.class, Long::valueOf),
                    Map.entry(Long.class, Long::valueOf),
                    Map.entry(boolean.class, SettingText::yesOrNo),
                    Map.entry(Boolean.class, SettingText::yesOrNo),
                    Map.entry(Duration.class, DurationStyle::detectAndParse),
                    Map.entry(LocalTime.class, LocalTime::parse),
                    Map.entry(URI.class, URI::create));

    private SettingText() {}

    /// The value of a text; lists and sets are separated by commas.
    static Object read(Type type, String text) {
        if (type instanceof ParameterizedType generic) {
            return readGeneric(generic, text.strip());
        }
        return readPlain((Class<?>) type, text.strip());
    }

    /// The type as people write it, such as `Set<String>`.
    static String name(Type type) {
        if (type instanceof ParameterizedType generic) {
            Class<?> outer = (Class<?>) generic.getRawType();
            return outer.getSimpleName() + "<" + name(generic.getActualTypeArguments()[0]) + ">";
        }
        return ((Class<?>) type).getSimpleName();
    }

    private static Object readGeneric(ParameterizedType type, String text) {
        Type element = type.getActualTypeArguments()[0];
        if (type.getRawType() == Optional.class) {
            return text.isEmpty() ? Optional.empty() : Optional.of(read(element, text));
        }
        if (type.getRawType() == List.class) {
            return elements(element, text).toList();
        }
        if (type.getRawType() == Set.class) {
            return elements(element, text).collect(Collectors.toCollection(LinkedHashSet::new));
        }
        throw new IllegalStateException("settings have no type " + name(type));
    }

    private static Stream<Object> elements(Type element, String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .map(part -> read(element, part));
    }

    private static Object readPlain(Class<?> type, String text) {
        if (READERS.containsKey(type)) {
            return READERS.get(type).apply(text);
        }
        return type.isEnum() ? constant(type, text) : ofText(type, text);
    }

    private static Object constant(Class<?> type, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> ((Enum<?>) value).name().equalsIgnoreCase(text.replace('-', '_')))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("known: " + constants(type)));
    }

    private static String constants(Class<?> type) {
        return Arrays.toString(type.getEnumConstants());
    }

    /// A type of ours: its static `of(String)`, else its constructor of one text.
    private static Object ofText(Class<?> type, String text) {
        try {
            Optional<Method> factory = factory(type);
            if (factory.isPresent()) {
                return factory.get().invoke(null, text);
            }
            Constructor<?> constructor = type.getDeclaredConstructor(String.class);
            constructor.setAccessible(true);
            return constructor.newInstance(text);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(reason(e), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("settings have no type " + type.getName(), e);
        }
    }

    /// Why a constructor or factory refused.
    static String reason(InvocationTargetException e) {
        Throwable cause = e.getCause();
        return cause == null ? e.toString() : String.valueOf(cause.getMessage());
    }

    private static Optional<Method> factory(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.getName().equals("of"))
                .filter(method -> Modifier.isStatic(method.getModifiers()))
                .filter(method ->
                        Arrays.equals(method.getParameterTypes(), new Class<?>[] {String.class}))
                .findFirst();
    }

    private static Boolean yesOrNo(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("known: true, false");
        };
    }
}
