package io.opspipeline.exchange.market.generated;

import io.opspipeline.domain.calendar.Session;
import io.opspipeline.domain.calendar.SessionCalendar;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Time as the variance of prices passes: fast in the session, slow overnight, measured in days of
/// which [#DAYS_PER_YEAR] make a year.
final class VarianceClock {

    /// Whole days, close to close, in a year.
    static final double DAYS_PER_YEAR = 252;

    /// Share of a whole day's variance that falls between close and open.
    static final double OVERNIGHT = 0.25;

    private final SessionClock today;
    private final double[] passed;
    private final double todayDays;
    private final Map<LocalDate, Double> laterDays = new ConcurrentHashMap<>();

    /// A clock for one day.
    ///
    /// @param today the traded session
    /// @param todayDays how many days' worth of variance this session counts for
    VarianceClock(SessionClock today, double todayDays) {
        this.today = today;
        this.passed = IntradayShape.cumulated(IntradayShape.variance(today.session().minutes()));
        this.todayDays = todayDays;
    }

    /// Days from a step of today's session to the close of the last session on or before a date.
    double daysLeft(int step, LocalDate expiry) {
        double later = laterDays.computeIfAbsent(expiry, this::daysAfterToday);
        return todayDays * (1 - passedAt(step)) + later;
    }

    private double passedAt(int step) {
        int minute = step / SessionClock.STEPS_PER_MINUTE;
        if (minute >= passed.length - 1) {
            return 1;
        }
        double within =
                (step % SessionClock.STEPS_PER_MINUTE) / (double) SessionClock.STEPS_PER_MINUTE;
        return passed[minute] + within * (passed[minute + 1] - passed[minute]);
    }

    private double daysAfterToday(LocalDate expiry) {
        Session traded = today.session();
        if (!expiry.isAfter(traded.date())) {
            return 0;
        }
        return SessionCalendar.nyse().between(traded.date().plusDays(1), expiry).size();
    }
}
