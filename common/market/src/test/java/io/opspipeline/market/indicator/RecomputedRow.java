package io.opspipeline.market.indicator;

import io.opspipeline.domain.calendar.NewYork;
import io.opspipeline.domain.market.Bar;
import io.opspipeline.domain.signal.FeatureRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;

/// The features of the last of some bars, each recomputed from the whole list the plain way.
final class RecomputedRow {

    private final List<Bar> bars;
    private final List<Bar> today;
    private final double[] closes;

    private RecomputedRow(List<Bar> all) {
        this.bars = unbroken(all);
        this.today = bars.stream().filter(bar -> date(bar).equals(date(all.getLast()))).toList();
        this.closes = bars.stream().mapToDouble(bar -> bar.close().asDouble()).toArray();
    }

    static FeatureRow of(List<Bar> all) {
        return new RecomputedRow(all).row(all.getLast());
    }

    private FeatureRow row(Bar last) {
        OptionalInt trend = trend();
        return new FeatureRow(
                last.ticker(),
                last.start(),
                last.close(),
                mean(20),
                mean(50),
                volumeRatio(),
                trend,
                run(trend.orElse(0)),
                distance(),
                breakout(),
                alignment(trend.orElse(0)),
                recentVol(),
                wilder(14, this::range),
                strength(),
                vwap());
    }

    private OptionalDouble mean(int n) {
        if (closes.length < n) {
            return OptionalDouble.empty();
        }
        double sum = 0;
        for (int i = closes.length - n; i < closes.length; i++) {
            sum += closes[i];
        }
        return OptionalDouble.of(sum / n);
    }

    private OptionalDouble volumeRatio() {
        List<Bar> counted = today.stream().filter(bar -> !bar.start().equals(open(bar))).toList();
        boolean isOpening = today.getLast().start().equals(open(today.getLast()));
        if (isOpening || counted.size() < 21) {
            return OptionalDouble.empty();
        }
        double mean =
                counted.subList(counted.size() - 21, counted.size() - 1).stream()
                        .mapToLong(Bar::volume)
                        .average()
                        .orElseThrow();
        return mean == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(counted.getLast().volume() / mean);
    }

    private OptionalInt trend() {
        int last = closes.length - 1;
        if (last < 3) {
            return OptionalInt.empty();
        }
        double one = Math.signum(closes[last] - closes[last - 1]);
        double two = Math.signum(closes[last - 1] - closes[last - 2]);
        double three = Math.signum(closes[last - 2] - closes[last - 3]);
        return OptionalInt.of(one == two && two == three ? (int) one : 0);
    }

    private int run(int direction) {
        int run = 0;
        for (int i = closes.length - 1; direction != 0 && i > 0; i--) {
            if (Math.signum(closes[i] - closes[i - 1]) != direction) {
                break;
            }
            run++;
        }
        return run;
    }

    private OptionalDouble distance() {
        OptionalDouble mean = mean(20);
        return mean.isEmpty()
                ? mean
                : OptionalDouble.of((last() - mean.getAsDouble()) / mean.getAsDouble());
    }

    private OptionalInt breakout() {
        if (closes.length < 21) {
            return OptionalInt.empty();
        }
        List<Bar> before = bars.subList(bars.size() - 21, bars.size() - 1);
        double high = before.stream().mapToDouble(bar -> bar.high().asDouble()).max().orElseThrow();
        double low = before.stream().mapToDouble(bar -> bar.low().asDouble()).min().orElseThrow();
        double mean = mean(20).orElseThrow();
        int up = last() > mean && last() > high ? 1 : 0;
        return OptionalInt.of(last() < mean && last() < low ? -1 : up);
    }

    private OptionalDouble alignment(int direction) {
        List<Integer> sides = new ArrayList<>();
        for (int length : new int[] {5, 15, 60}) {
            frameSide(length).ifPresent(sides::add);
        }
        return direction == 0 || sides.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        (double) sides.stream().filter(side -> side == direction).count()
                                / sides.size());
    }

    private OptionalInt frameSide(int length) {
        var frames = new TreeMap<String, Bar>();
        for (Bar bar : bars) {
            frames.put("%s %03d".formatted(date(bar), minute(bar) / length), bar);
        }
        Bar last = bars.getLast();
        int end = Math.min((minute(last) / length + 1) * length, sessionLength(last));
        if (minute(last) + 1 < end) {
            frames.pollLastEntry();
        }
        List<Bar> ends = List.copyOf(frames.values());
        LocalDate earliest = date(last);
        for (int i = 0; i < 9; i++) {
            earliest = Tape.CALENDAR.previous(earliest).date();
        }
        if (ends.size() < 20 || date(ends.get(ends.size() - 20)).isBefore(earliest)) {
            return OptionalInt.empty();
        }
        long sum =
                ends.subList(ends.size() - 20, ends.size()).stream()
                        .mapToLong(bar -> cents(bar))
                        .sum();
        return OptionalInt.of(Long.compare(cents(ends.getLast()) * 20, sum));
    }

    private OptionalDouble recentVol() {
        if (closes.length < 31) {
            return OptionalDouble.empty();
        }
        double[] returns = new double[30];
        double mean = 0;
        for (int i = 0; i < 30; i++) {
            int at = closes.length - 30 + i;
            returns[i] = Math.log(closes[at]) - Math.log(closes[at - 1]);
            mean += returns[i] / 30;
        }
        double squares = 0;
        for (double step : returns) {
            squares += (step - mean) * (step - mean);
        }
        return OptionalDouble.of(Math.sqrt(squares / 29));
    }

    private double range(int i) {
        double high = Math.max(bars.get(i).high().asDouble(), closes[i - 1]);
        return high - Math.min(bars.get(i).low().asDouble(), closes[i - 1]);
    }

    private OptionalDouble strength() {
        OptionalDouble gain = wilder(14, i -> Math.max(0, closes[i] - closes[i - 1]));
        OptionalDouble loss = wilder(14, i -> Math.max(0, closes[i - 1] - closes[i]));
        return gain.isEmpty() || gain.getAsDouble() + loss.getAsDouble() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(100 - 100 / (1 + gain.getAsDouble() / loss.getAsDouble()));
    }

    /// Wilder's mean of the values at 1, 2 and so on; empty with fewer than n.
    private OptionalDouble wilder(int n, IntToDoubleFunction value) {
        if (closes.length <= n) {
            return OptionalDouble.empty();
        }
        double mean = 0;
        for (int i = 1; i <= n; i++) {
            mean += value.applyAsDouble(i) / n;
        }
        for (int i = n + 1; i < closes.length; i++) {
            mean = (mean * (n - 1) + value.applyAsDouble(i)) / n;
        }
        return OptionalDouble.of(mean);
    }

    private OptionalDouble vwap() {
        double traded = 0;
        double shares = 0;
        for (Bar bar : today) {
            double typical =
                    (bar.high().asDouble() + bar.low().asDouble() + bar.close().asDouble()) / 3;
            traded += typical * bar.volume();
            shares += bar.volume();
        }
        return shares == 0 ? OptionalDouble.empty() : OptionalDouble.of(traded / shares);
    }

    private double last() {
        return closes[closes.length - 1];
    }

    private static List<Bar> unbroken(List<Bar> all) {
        int from = all.size() - 1;
        while (from > 0 && follows(date(all.get(from - 1)), date(all.get(from)))) {
            from--;
        }
        return all.subList(from, all.size());
    }

    private static boolean follows(LocalDate before, LocalDate after) {
        return before.equals(after) || Tape.CALENDAR.previous(after).date().equals(before);
    }

    private static LocalDate date(Bar bar) {
        return NewYork.dateOf(bar.start());
    }

    private static java.time.Instant open(Bar bar) {
        return Tape.session(date(bar)).open();
    }

    private static int minute(Bar bar) {
        return Tape.session(date(bar)).minuteOf(bar.start());
    }

    private static int sessionLength(Bar bar) {
        return Tape.session(date(bar)).minutes();
    }

    private static long cents(Bar bar) {
        return Math.round(bar.close().asDouble() * 100);
    }
}
