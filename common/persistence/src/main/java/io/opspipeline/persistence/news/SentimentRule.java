package io.opspipeline.persistence.news;

import io.opspipeline.domain.calendar.NewYork;
import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.domain.signal.Sentiment;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// The sentiment of one ticker from the votes on it (trading rules, section 2): a mean weighted
/// with a half-life of 6 hours, in which session hours count whole and closed hours half.
final class SentimentRule {

    private static final double HALF_LIFE_SECONDS = Duration.ofHours(6).toSeconds();
    private static final double LEAST_WEIGHT = 0.25;
    private static final Duration LEAST_WINDOW = Duration.ofHours(24);

    private final SessionCalendar calendar;

    SentimentRule(SessionCalendar calendar) {
        this.calendar = calendar;
    }

    /// One vote per story.
    ///
    /// @param publishedAt when, UTC
    /// @param score p(positive) - p(negative), -1 to 1
    record Vote(Instant publishedAt, double score) {}

    /// The weighted mean, or empty when the votes weigh too little.
    Optional<Sentiment> of(List<Vote> votes, Instant asOf) {
        double weights = 0;
        double sum = 0;
        for (Vote vote : votes) {
            double weight = Math.pow(2, -aging(vote.publishedAt(), asOf) / HALF_LIFE_SECONDS);
            weights += weight;
            sum += weight * vote.score();
        }
        return weights < LEAST_WEIGHT
                ? Optional.empty()
                : Optional.of(new Sentiment(Math.clamp(sum / weights, -1, 1)));
    }

    /// Where the news begins that counts: the previous session's close or 24 hours ago, whichever
    /// is earlier.
    Instant windowStart(Instant asOf) {
        Instant day = asOf.minus(LEAST_WINDOW);
        Instant close = previousClose(asOf);
        return close.isBefore(day) ? close : day;
    }

    private Instant previousClose(Instant asOf) {
        LocalDate today = NewYork.dateOf(asOf);
        return calendar.sessionOn(today)
                .filter(session -> !session.close().isAfter(asOf))
                .orElseGet(() -> calendar.previous(today))
                .close();
    }

    private double aging(Instant from, Instant asOf) {
        if (!from.isBefore(asOf)) {
            return 0;
        }
        double age = Duration.between(from, asOf).toSeconds();
        double open = calendar.openTime(from, asOf).toSeconds();
        return open + (age - open) / 2;
    }
}
