package io.opspipeline.alpaca.probe;

import static io.opspipeline.alpaca.wire.Translation.need;

import io.opspipeline.alpaca.http.AccountSenders;
import io.opspipeline.alpaca.http.Answer;
import io.opspipeline.alpaca.http.Outcome;
import io.opspipeline.alpaca.http.Request;
import io.opspipeline.alpaca.http.RequestSender;
import io.opspipeline.alpaca.translation.AccountRow;
import io.opspipeline.alpaca.translation.SessionRow;
import io.opspipeline.alpaca.wire.Translation;
import io.opspipeline.alpaca.wire.WireAccount;
import io.opspipeline.alpaca.wire.WireNode;
import io.opspipeline.alpaca.wire.WireSession;
import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.account.BrokerAccount;
import io.opspipeline.domain.calendar.Session;
import io.opspipeline.domain.denial.Denial;
import io.opspipeline.domain.instrument.Ticker;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Asks single questions, with the keys of an account of its own.
///
/// @param trading of the trading API
/// @param prices of the data API
public record AlpacaProbe(AccountSenders trading, AccountSenders prices) {

    private static final String FIRST_PAGE = "100";

    /// The account as the broker sees it.
    public Probed<BrokerAccount> account(AccountId account) {
        return asked(
                trading.of(account),
                Request.get("/v2/account"),
                body -> AccountRow.translate(WireAccount.from(body)));
    }

    /// The broker's clock.
    public Probed<BrokerClock> clock(AccountId account) {
        return asked(
                trading.of(account),
                Request.get("/v2/clock"),
                body ->
                        Translation.of(() ->
                                new BrokerClock(
                                        need(body.instant("timestamp"), "timestamp"),
                                        need(body.flag("is_open"), "is_open"))));
    }

    /// The broker's sessions with a date in [from, to], New York.
    public Probed<List<Session>> sessions(AccountId account, LocalDate from, LocalDate to) {
        Request request =
                Request.get("/v2/calendar")
                        .with("start", from.toString())
                        .with("end", to.toString());
        return asked(
                trading.of(account),
                request,
                body ->
                        Translation.of(
                                () -> body.rows().stream().map(AlpacaProbe::session).toList()));
    }

    /// Whether a feed shows a stock.
    ///
    /// @param feed such as `sip`
    /// @return when its last quote was made, UTC; empty when it has none
    public Probed<Optional<Instant>> stock(AccountId account, Ticker ticker, String feed) {
        Request request =
                Request.get("/v2/stocks/snapshots")
                        .with("symbols", ticker.symbol())
                        .with("feed", feed);
        return asked(
                prices.of(account),
                request,
                body ->
                        Translation.of(() ->
                                body.object(ticker.symbol())
                                        .flatMap(row -> row.object("latestQuote"))
                                        .flatMap(quote -> quote.instant("t"))));
    }

    /// What a feed shows of a chain.
    ///
    /// @param feed such as `opra`
    /// @param from earliest expiry, New York date
    /// @param to latest expiry, New York date
    public Probed<QuotedChain> chain(
            AccountId account, Ticker underlying, String feed, LocalDate from, LocalDate to) {
        Request request =
                Request.get("/v1beta1/options/snapshots/" + underlying)
                        .with("feed", feed)
                        .with("limit", FIRST_PAGE)
                        .with("expiration_date_gte", from.toString())
                        .with("expiration_date_lte", to.toString());
        return asked(prices.of(account), request, body -> Translation.of(() -> quoted(body)));
    }

    private static QuotedChain quoted(WireNode body) {
        var rows = need(body.object("snapshots"), "snapshots").members();
        long quoted =
                rows.values().stream().filter(row -> row.object("latestQuote").isPresent()).count();
        return new QuotedChain(rows.size(), (int) quoted);
    }

    private static Session session(WireNode row) {
        return switch (SessionRow.translate(WireSession.from(row))) {
            case Translation.Read<Session>(Session session) -> session;
            case Translation.Unreadable<Session>(String reason) ->
                    throw new IllegalArgumentException("a session " + reason + ": " + row);
        };
    }

    private static <T> Probed<T> asked(
            RequestSender sender, Request request, Function<WireNode, Translation<T>> reader) {
        return switch (sender.send(request)) {
            case Outcome.Answered(Answer answer) -> read(sender, answer, reader);
            case Outcome.Unanswered(String reason) -> new Probed.Unanswered<>(reason);
            case Outcome.HeldBack(Instant retryAt) ->
                    new Probed.OneTooMany<>("not asked, too many requests before", retryAt);
            case Outcome.NotSent(Denial why, _) -> new Probed.Unanswered<>(why.words());
        };
    }

    private static <T> Probed<T> read(
            RequestSender sender, Answer answer, Function<WireNode, Translation<T>> reader) {
        if (answer.isOneTooMany()) {
            return new Probed.OneTooMany<>(answer.inWords(), sender.retryAt(answer));
        }
        if (answer.isRefusal()) {
            return new Probed.Refused<>(answer.status(), answer.error().message());
        }
        Optional<Translation<T>> read =
                Optional.of(answer).filter(Answer::isDone).flatMap(Answer::json).map(reader);
        if (read.isEmpty()) {
            return new Probed.Unanswered<>(answer.inWords());
        }
        return switch (read.get()) {
            case Translation.Read<T>(T value) -> new Probed.Found<>(value, answer.allowance());
            case Translation.Unreadable<T>(String reason) ->
                    new Probed.Unanswered<>(
                            "the answer %s: %s".formatted(reason, answer.inWords()));
        };
    }
}
