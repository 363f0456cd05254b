package io.opspipeline.local.setup;

import io.opspipeline.alpaca.probe.AlpacaProbe;
import io.opspipeline.alpaca.probe.Probed;
import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.calendar.NewYork;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.runtime.setting.RunMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/// The feeds that an account's plan gives (incident 58).
///
/// @param settings broker settings by key
/// @param stocks what was found of the stock feed, one line
/// @param options what was found of the option feed, one line
public record FeedProposal(Map<String, String> settings, String stocks, String options) {

    private static final Ticker SPY = Ticker.of("SPY");
    private static final int FORBIDDEN = 403;
    private static final int DAYS = 30;

    /// Tries the best feed first, then the free one; a wished one alone.
    ///
    /// @param asOf the time of the market, UTC
    /// @throws SetupRefused when no feed that is good enough for the mode can be read
    public static FeedProposal of(
            AlpacaProbe probe, AccountId account, RunMode mode, Wishes wishes, Instant asOf) {
        Choice stocks =
                choose(
                        "stock feed",
                        candidates(wishes.stocks(), "sip", "iex", mode),
                        feed -> answer(probe.stock(account, SPY, feed)));
        LocalDate today = NewYork.dateOf(asOf);
        Choice options =
                choose(
                        "option feed",
                        candidates(wishes.options(), "opra", "indicative", mode),
                        feed ->
                                answer(
                                        probe.chain(
                                                account, SPY, feed, today, today.plusDays(DAYS))));
        Map<String, String> settings = new TreeMap<>();
        settings.put("alpaca.stock-feed", stocks.feed());
        settings.put("alpaca.option-feed", options.feed());
        if (stocks.limit().isPresent()) {
            settings.put(
                    "alpaca.data-requests-per-minute",
                    Integer.toString(Math.max(4, stocks.limit().getAsInt())));
        }
        return new FeedProposal(settings, stocks.found(), options.found());
    }

    /// Feeds that are asked for; empty for the best that there is.
    ///
    /// @param stocks such as `iex`
    /// @param options such as `indicative`
    public record Wishes(Optional<String> stocks, Optional<String> options) {

        /// True when any is asked for.
        public boolean isAny() {
            return stocks.isPresent() || options.isPresent();
        }
    }

    private record Choice(String feed, String found, OptionalInt limit) {}

    private record Answer(Optional<String> refusal, OptionalInt limit) {}

    @FunctionalInterface
    private interface Question {
        Answer ask(String feed);
    }

    private static String[] candidates(
            Optional<String> wished, String best, String free, RunMode mode) {
        if (wished.isPresent()) {
            return new String[] {wished.get()};
        }
        return mode == RunMode.LIVE ? new String[] {best} : new String[] {best, free};
    }

    private static Choice choose(String what, String[] feeds, Question question) {
        StringBuilder found = new StringBuilder();
        for (String feed : feeds) {
            Answer answer = question.ask(feed);
            if (answer.refusal().isEmpty()) {
                return new Choice(feed, found + feed + " can be read", answer.limit());
            }
            found.append(feed).append(": ").append(answer.refusal().get()).append("; ");
        }
        throw new SetupRefused("no %s can be read: %s".formatted(what, found));
    }

    private static Answer answer(Probed<?> probed) {
        return switch (probed) {
            case Probed.Found<?>(_, var allowance) ->
                    new Answer(Optional.empty(), allowance.limit());
            case Probed.Refused<?>(int status, String words) when status == FORBIDDEN ->
                    new Answer(Optional.of(status + " " + words), OptionalInt.empty());
            case Probed.Refused<?>(int status, String words) ->
                    throw new SetupRefused("the broker refuses: %d %s".formatted(status, words));
            case Probed.OneTooMany<?>(String words, Instant resetsAt) ->
                    throw new SetupRefused(
                            "too many requests until %s: %s".formatted(resetsAt, words));
            case Probed.Unanswered<?>(String reason) ->
                    throw new SetupRefused("the broker gives no answer: " + reason);
        };
    }
}
