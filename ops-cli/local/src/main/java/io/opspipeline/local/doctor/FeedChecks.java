package io.opspipeline.local.doctor;

import io.opspipeline.alpaca.AlpacaSettings;
import io.opspipeline.alpaca.probe.Probed;
import io.opspipeline.alpaca.probe.QuotedChain;
import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.calendar.NewYork;
import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.runtime.setting.RunMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Whether the feeds that are configured can be read, and are good enough for the mode (incident
/// 58).
final class FeedChecks {

    private static final Ticker SPY = Ticker.of("SPY");
    private static final int FIRST_DAY = 7;
    private static final int LAST_DAY = 30;

    private final AccountId account;
    private final BrokerAnswers broker;
    private final AlpacaSettings settings;
    private final Once<Probed<QuotedChain>> chain;

    /// @param account whose keys ask
    FeedChecks(AccountId account, BrokerAnswers broker) {
        this.account = account;
        this.broker = broker;
        this.settings = broker.access().settings();
        this.chain = new Once<>(this::askForChain);
    }

    List<Check> checks() {
        return List.of(
                Check.of("stock-feed", network(), this::stockFeed),
                Check.of("option-feed", network(), this::optionFeed),
                Check.of("option-chain", network(), this::optionChain));
    }

    private Finding stockFeed() {
        String feed = settings.stockFeed();
        if (mode() == RunMode.LIVE && !feed.equals("sip")) {
            return Finding.fail(feed + ", LIVE needs sip", configure("stock-feed", "sip"));
        }
        return broker.judged(
                broker.clients().probe().stock(account, SPY, feed),
                quotedAt -> stocks(feed, quotedAt),
                mode() == RunMode.LIVE
                        ? subscribe()
                        : subscribe() + ", or: " + configure("stock-feed", "iex"));
    }

    private Finding stocks(String feed, Optional<Instant> quotedAt) {
        if (quotedAt.isEmpty() && isOpen()) {
            return Finding.fail(
                    feed + " answers, without a quote of " + SPY, configure("stock-feed", "iex"));
        }
        return feed.equals("sip")
                ? Finding.pass(feed + " can be read")
                : Finding.warn(feed + " can be read; it lacks minutes of many stocks", subscribe());
    }

    private Finding optionFeed() {
        String feed = settings.optionFeed();
        if (mode() == RunMode.LIVE && !feed.equals("opra")) {
            return Finding.fail(feed + ", LIVE needs opra", configure("option-feed", "opra"));
        }
        return broker.judged(
                chain.get(),
                _ ->
                        feed.equals("opra")
                                ? Finding.pass(feed + " can be read")
                                : Finding.warn(
                                        feed
                                                + " can be read; its quotes are modified and cannot be"
                                                + " traded at",
                                        sign()),
                mode() == RunMode.LIVE
                        ? sign()
                        : sign() + ", or: " + configure("option-feed", "indicative"));
    }

    private Finding optionChain() {
        return switch (chain.get()) {
            case Probed.Found<QuotedChain>(QuotedChain seen, _) -> quoted(seen);
            case Probed.OneTooMany<QuotedChain> _ ->
                    Finding.skipped("too many requests, see request-limit");
            case Probed.Refused<QuotedChain> _, Probed.Unanswered<QuotedChain> _ ->
                    Finding.skipped("the option feed cannot be read, see option-feed");
        };
    }

    private Finding quoted(QuotedChain seen) {
        boolean enough = isOpen() ? seen.quoted() > 0 : seen.contracts() > 0;
        String observed =
                "%d contracts of %s, %d quoted%s"
                        .formatted(
                                seen.contracts(),
                                SPY,
                                seen.quoted(),
                                isOpen() ? "" : " while the market is closed");
        return enough
                ? Finding.pass(observed)
                : Finding.fail(observed, "ask Alpaca's support whether options are on");
    }

    private Probed<QuotedChain> askForChain() {
        LocalDate today = NewYork.dateOf(broker.access().clock().instant());
        return broker.storms()
                .heard(
                        broker.clients()
                                .probe()
                                .chain(
                                        account,
                                        SPY,
                                        settings.optionFeed(),
                                        today.plusDays(FIRST_DAY),
                                        today.plusDays(LAST_DAY)));
    }

    /// Where nobody trades, an absent quote means nothing.
    private boolean isOpen() {
        return SessionCalendar.nyse().isOpen(broker.access().clock().instant());
    }

    private RunMode mode() {
        return broker.access().mode();
    }

    private String configure(String feed, String value) {
        return "ops-cli init --broker %s --%s %s".formatted(mode().profile(), feed, value);
    }

    private static String subscribe() {
        return "subscribe to Algo Trader Plus in Alpaca's dashboard";
    }

    private static String sign() {
        return "sign the OPRA agreement in Alpaca's dashboard (Market data; needs Algo Trader Plus)";
    }

    private String network() {
        return "check the network and OPS_ALPACA_DATA_URL (now %s)".formatted(settings.dataUrl());
    }
}
