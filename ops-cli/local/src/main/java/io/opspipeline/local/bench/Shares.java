package io.opspipeline.local.bench;

import java.time.Duration;
import java.util.List;

/// What the time of some windows was spent on, for a window in the mean. The three parts add up to
/// the mean window.
///
/// @param windows how many are in the mean
/// @param unmatched windows that are not: when they ended, no recorded request of the path was out,
///   as a rule because a job's schedule was faster than its wake-up
/// @param http a service on the path had a request to the broker out
/// @param database else: a service on the path had a call of PostgreSQL out
/// @param rest else: the services' own code, waiting for a core, wake-ups and streams
public record Shares(int windows, int unmatched, Duration http, Duration database, Duration rest) {

    /// The mean window.
    public Duration whole() {
        return http.plus(database).plus(rest);
    }

    /// A part of the mean window, 0 to 100.
    public double percentOfWhole(Duration part) {
        return 100.0 * part.toNanos() / whole().toNanos();
    }

    /// Splits windows by the calls of the services.
    ///
    /// @param windows each ends when its order arrives
    /// @throws IllegalStateException when no order arrived by a recorded request: windows and
    ///   recordings are of different times, or the services recorded nothing
    static Shares of(List<Span> windows, Calls calls) {
        List<Span> matched =
                windows.stream().filter(window -> calls.http().contains(window.end())).toList();
        if (matched.isEmpty()) {
            throw new IllegalStateException(
                    "none of %d orders arrived by a recorded request".formatted(windows.size()));
        }
        Spans either = calls.http().and(calls.database());
        Duration http = mean(matched, calls.http());
        Duration both = mean(matched, either);
        Duration whole =
                matched.stream()
                        .map(Span::length)
                        .reduce(Duration.ZERO, Duration::plus)
                        .dividedBy(matched.size());
        return new Shares(
                matched.size(),
                windows.size() - matched.size(),
                http,
                both.minus(http),
                whole.minus(both));
    }

    private static Duration mean(List<Span> windows, Spans parts) {
        return windows.stream()
                .map(parts::within)
                .reduce(Duration.ZERO, Duration::plus)
                .dividedBy(windows.size());
    }
}
