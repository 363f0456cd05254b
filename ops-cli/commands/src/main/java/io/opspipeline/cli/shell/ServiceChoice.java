package io.opspipeline.cli.shell;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// A service that was named, and the one account that its name was narrowed to: `dispatcher-tiny`
/// is the dispatcher's part for the account `tiny`.
///
/// @param service the service
/// @param account one account's part of it; empty for all of it
public record ServiceChoice(ServiceName service, Optional<String> account) {

    private static final String SUFFIX = "-service";

    static ServiceChoice of(String word) {
        String lower = word.strip().toLowerCase(Locale.ROOT);
        String name =
                lower.endsWith(SUFFIX)
                        ? lower.substring(0, lower.length() - SUFFIX.length())
                        : lower;
        return single(name::equals)
                .map(service -> new ServiceChoice(service, Optional.empty()))
                .or(() -> partOf(name))
                .orElseGet(() -> new ServiceChoice(begunWith(word, name), Optional.empty()));
    }

    private static Optional<ServiceChoice> partOf(String name) {
        return single(known -> name.startsWith(known + "-") && name.length() > known.length() + 1)
                .map(service ->
                        new ServiceChoice(
                                service,
                                service.names()
                                        .filter(known -> name.startsWith(known + "-"))
                                        .map(known -> name.substring(known.length() + 1))
                                        .findFirst()));
    }

    private static ServiceName begunWith(String word, String name) {
        List<ServiceName> meant = matching(known -> !name.isEmpty() && known.startsWith(name));
        if (meant.size() == 1) {
            return meant.getFirst();
        }
        if (meant.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.BAD_INPUT,
                    "there is no service '%s'%s; known: %s"
                            .formatted(
                                    word,
                                    Words.hint(name, ServiceName.labels()),
                                    String.join(", ", ServiceName.labels())));
        }
        throw new CommandFailure(
                ExitCode.BAD_INPUT,
                "'%s' could be %s"
                        .formatted(
                                word,
                                meant.stream()
                                        .map(ServiceName::label)
                                        .collect(Collectors.joining(" or "))));
    }

    private static Optional<ServiceName> single(Predicate<String> test) {
        return matching(test).stream().findFirst();
    }

    private static List<ServiceName> matching(Predicate<String> test) {
        return Arrays.stream(ServiceName.values())
                .filter(service -> service.names().anyMatch(test))
                .toList();
    }
}
