package io.opspipeline.local.doctor;

import io.opspipeline.alpaca.AlpacaSettings;
import io.opspipeline.alpaca.pace.Allowance;
import io.opspipeline.alpaca.probe.BrokerClock;
import io.opspipeline.alpaca.probe.Probed;
import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.calendar.NewYork;
import io.opspipeline.domain.calendar.Session;
import io.opspipeline.domain.calendar.SessionCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Time, calendar and request limit of the broker.
///
/// @param account whose keys ask
/// @param broker asks the broker
record BrokerChecks(AccountId account, BrokerAnswers broker) {

    private static final Duration SKEW_LIMIT = Duration.ofSeconds(5);
    private static final int SESSIONS = 10;
    private static final double FEW_LEFT = 0.2;

    List<Check> checks() {
        return List.of(
                Check.of("clock-skew", network(), this::clockSkew),
                Check.of("calendar", network(), this::calendar));
    }

    /// The check that comes after all others have asked.
    Check requestLimit() {
        return Check.of("request-limit", network(), this::limit);
    }

    private Finding clockSkew() {
        Instant before = broker.access().clock().instant();
        Probed<BrokerClock> answer = broker.clients().probe().clock(account);
        Instant after = broker.access().clock().instant();
        return broker.judged(answer, told -> skew(told, before, after), network());
    }

    // The broker has read its clock at some time in between; only what is outside is skew.
    private static Finding skew(BrokerClock told, Instant before, Instant after) {
        Duration behind = Duration.between(told.at(), before);
        Duration ahead = Duration.between(after, told.at());
        Duration skew = behind.compareTo(ahead) > 0 ? behind : ahead;
        String observed =
                skew.isPositive()
                        ? "this process is %.1f s %s the broker"
                                .formatted(
                                        skew.toMillis() / 1000.0,
                                        behind.isPositive() ? "ahead of" : "behind")
                        : "agrees with the broker's clock";
        return skew.compareTo(SKEW_LIMIT) > 0
                ? Finding.fail(
                        observed + ", at most " + SKEW_LIMIT.toSeconds() + " are allowed",
                        "set this machine's clock by NTP (timedatectl set-ntp true)")
                : Finding.pass(observed);
    }

    private Finding calendar() {
        LocalDate today = NewYork.dateOf(broker.access().clock().instant());
        List<Session> ours = ours(today);
        LocalDate last = ours.getLast().date();
        return broker.judged(
                broker.clients().probe().sessions(account, today, last),
                theirs -> agreement(ours, theirs),
                network());
    }

    private static List<Session> ours(LocalDate from) {
        SessionCalendar calendar = SessionCalendar.nyse();
        List<Session> sessions = new ArrayList<>();
        calendar.sessionOn(from).ifPresent(sessions::add);
        LocalDate day = from;
        while (sessions.size() < SESSIONS) {
            Session next = calendar.next(day);
            sessions.add(next);
            day = next.date();
        }
        return sessions;
    }

    private static Finding agreement(List<Session> ours, List<Session> theirs) {
        List<Session> strange = new ArrayList<>(theirs);
        strange.removeAll(ours);
        List<Session> missing = new ArrayList<>(ours);
        missing.removeAll(theirs);
        if (strange.isEmpty() && missing.isEmpty()) {
            long early = ours.stream().filter(Session::isEarlyClose).count();
            return Finding.pass(
                    "%d sessions to %s agree, %d close early"
                            .formatted(ours.size(), ours.getLast().date(), early));
        }
        return Finding.warn(
                "the broker has %s, we have %s".formatted(days(strange), days(missing)),
                "services that reach the broker follow its list from their next start on: down, up");
    }

    private static String days(List<Session> sessions) {
        return sessions.isEmpty()
                ? "nothing"
                : sessions.stream()
                        .map(each -> each.date() + " to " + NewYork.timeOf(each.close()))
                        .toList()
                        .toString();
    }

    private Finding limit() {
        Optional<Probed.OneTooMany<?>> before = broker.storms().longest();
        if (before.isPresent()) {
            return storm(before.get());
        }
        return switch (broker.clients().probe().clock(account)) {
            case Probed.Found<BrokerClock>(_, Allowance allowance) -> headroom(allowance);
            case Probed.OneTooMany<BrokerClock> storm -> storm(storm);
            case Probed.Refused<BrokerClock> _, Probed.Unanswered<BrokerClock> _ ->
                    Finding.skipped("the broker did not answer, see clock-skew");
        };
    }

    private static Finding storm(Probed.OneTooMany<?> storm) {
        return Finding.fail(
                "storm: %s; the limit resets at %s".formatted(storm.words(), storm.resetsAt()),
                "end whatever else asks with these keys, wait for the reset, run it again");
    }

    private static Finding headroom(Allowance allowance) {
        if (allowance.limit().isEmpty() || allowance.remaining().isEmpty()) {
            return Finding.skipped("the broker told no limit");
        }
        int limit = allowance.limit().getAsInt();
        int left = allowance.remaining().getAsInt();
        String observed = "%d of %d requests of this minute left".formatted(left, limit);
        return left < limit * FEW_LEFT
                ? Finding.warn(observed, "find out what else asks with these keys")
                : Finding.pass(observed);
    }

    private String network() {
        AlpacaSettings settings = broker.access().settings();
        return "check the network and OPS_ALPACA_TRADING_URL (now %s)"
                .formatted(settings.tradingUrl());
    }
}
