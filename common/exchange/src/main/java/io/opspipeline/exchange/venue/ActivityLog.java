package io.opspipeline.exchange.venue;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.calendar.NewYork;
import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.money.Money;
import io.opspipeline.domain.money.Price;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The history of one account. Guarded by the venue's lock.
final class ActivityLog {

    private static final DateTimeFormatter PREFIX =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS", Locale.ROOT);

    private final AccountId account;
    private final VenueIds ids;
    private final boolean nextDay;
    private final List<Activity> activities = new ArrayList<>();

    /// @param nextDay true when what is no trade is written down on the day after it happened
    ActivityLog(AccountId account, VenueIds ids, boolean nextDay) {
        this.account = account;
        this.ids = ids;
        this.nextDay = nextDay;
    }

    void traded(VenueFill fill, OrderProgress order) {
        activities.add(
                new Activity.Trade(
                        id(fill.at(), fill.executionId()),
                        fill,
                        order.status(),
                        order.filled(),
                        order.remaining()));
    }

    void settled(Settlement settlement) {
        OptionEventKind kind =
                settlement.isExercise() ? OptionEventKind.CASH : OptionEventKind.EXPIRED;
        add(
                kind,
                new Instrument.Option(settlement.contract()),
                -settlement.quantity(),
                Optional.empty(),
                settlement.cash(),
                settlement.at(),
                group());
    }

    void delivered(Delivery delivery) {
        String group = group();
        add(
                delivery.isExercise() ? OptionEventKind.EXERCISED : OptionEventKind.ASSIGNED,
                new Instrument.Option(delivery.contract()),
                delivery.change(),
                Optional.empty(),
                Money.ZERO,
                delivery.at(),
                group);
        add(
                OptionEventKind.SHARES,
                delivery.stock(),
                delivery.shares(),
                Optional.of(delivery.contract().strike()),
                delivery.cash(),
                delivery.at(),
                group);
    }

    /// @param change what it did to the number of the old contracts; the new ones are as many times
    ///   as many
    void adjusted(OccSymbol from, OccSymbol to, int change, int times, Instant at) {
        String group = group();
        adjusted(from, change, at, group);
        adjusted(to, -change * times, at, group);
    }

    private void adjusted(OccSymbol contract, int change, Instant at, String group) {
        add(
                OptionEventKind.ADJUSTED,
                new Instrument.Option(contract),
                change,
                Optional.empty(),
                Money.ZERO,
                at,
                group);
    }

    /// What is written down by an instant, oldest first.
    List<Activity> at(Instant now) {
        return activities.stream()
                .filter(activity -> !activity.createdAt().isAfter(now))
                .sorted(Comparator.comparing(Activity::createdAt))
                .toList();
    }

    private void add(
            OptionEventKind kind,
            Instrument instrument,
            int change,
            Optional<Price> price,
            Money cash,
            Instant at,
            String group) {
        LocalDate date = NewYork.dateOf(at);
        Instant created = nextDay ? NewYork.startOf(date.plusDays(1)) : at;
        String id = id(created, ids.activity(account, activities.size() + 1));
        activities.add(
                new Activity.OptionEvent(
                        id, kind, instrument, change, price, cash, date, group, created));
    }

    private String group() {
        return ids.activityGroup(account, activities.size() + 1);
    }

    private static String id(Instant at, String uuid) {
        return PREFIX.format(at.atZone(NewYork.ZONE)) + "::" + uuid;
    }
}
