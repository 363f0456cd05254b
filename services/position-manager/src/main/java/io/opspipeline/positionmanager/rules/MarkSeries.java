package io.opspipeline.positionmanager.rules;

import io.opspipeline.domain.money.Price;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// The marks of a position that may be believed at an instant.
///
/// @param marks oldest first; empty while the newest quote cannot be used
/// @param sightings a condition needs this many
/// @param span a condition needs its sightings this far apart
/// @param blindSince since when there has been no usable quote, for long enough to be an alarm
public record MarkSeries(
        List<Mark> marks, int sightings, Duration span, Optional<Instant> blindSince) {

    /// Copies the marks.
    public MarkSeries {
        marks = List.copyOf(marks);
    }

    /// The newest mark.
    public Optional<Mark> newest() {
        return marks.isEmpty() ? Optional.empty() : Optional.of(marks.getLast());
    }

    /// True when the condition has held without a break up to the newest sighting, over enough of
    /// them and for long enough.
    public boolean confirm(Predicate<Price> condition) {
        int held = 0;
        for (Mark mark : marks.reversed()) {
            if (!condition.test(mark.bid())) {
                return false;
            }
            held++;
            if (held >= sightings && isApart(mark)) {
                return true;
            }
        }
        return false;
    }

    /// The highest price that the newest sightings confirm: the lowest of them.
    public Optional<Price> confirmedHigh() {
        int count = 0;
        Optional<Price> lowest = Optional.empty();
        for (Mark mark : marks.reversed()) {
            lowest = Optional.of(lowest.map(price -> price.min(mark.bid())).orElse(mark.bid()));
            count++;
            if (count >= sightings && isApart(mark)) {
                return lowest;
            }
        }
        return Optional.empty();
    }

    private boolean isApart(Mark mark) {
        Duration apart = Duration.between(mark.seenAt(), marks.getLast().seenAt());
        return apart.compareTo(span) >= 0;
    }
}
