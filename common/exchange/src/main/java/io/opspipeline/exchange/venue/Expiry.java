package io.opspipeline.exchange.venue;

import io.opspipeline.domain.calendar.Session;
import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.market.Bar;
import io.opspipeline.domain.market.Quote;
import io.opspipeline.domain.money.Money;
import io.opspipeline.domain.money.Price;
import io.opspipeline.exchange.market.Market;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Ends option positions at the close of their expiry session: see [Settlement] and [Delivery].
///
/// @param market with the stocks' closing prices
/// @param kind what a contract in the money becomes
record Expiry(Market market, Expiries.Kind kind) {

    private static final BigDecimal EXERCISE_FROM = new BigDecimal("0.01");

    /// Settles what expires today or should have before. To be called once, at the close.
    void settle(AccountBook book) {
        Map<Ticker, List<OccSymbol>> expiring = new TreeMap<>();
        for (Holding holding : book.holdings().all()) {
            if (holding.instrument() instanceof Instrument.Option(var contract)
                    && !contract.expiry().isAfter(market.session().date())) {
                expiring.computeIfAbsent(contract.underlying(), _ -> new ArrayList<>())
                        .add(contract);
            }
        }
        expiring.forEach((ticker, contracts) -> settle(book, ticker, contracts));
    }

    private void settle(AccountBook book, Ticker ticker, List<OccSymbol> contracts) {
        Price close = close(ticker);
        List<OccSymbol> inTheMoney =
                contracts.stream()
                        .filter(contract -> !book.unexercised().contains(contract))
                        .filter(contract -> !intrinsic(contract, close).isZero())
                        .toList();
        List<Delivery> deliveries =
                inTheMoney.stream().map(contract -> delivery(book, contract)).toList();
        boolean inShares = kind == Expiries.Kind.SHARES && isPossible(book, deliveries);
        for (OccSymbol contract : contracts) {
            boolean pays = inTheMoney.contains(contract);
            if (pays && inShares) {
                deliver(book, delivery(book, contract), close);
            } else {
                Price worth = pays ? intrinsic(contract, close) : Price.ZERO;
                book.book(settlement(book, contract, close, worth));
            }
        }
    }

    private Delivery delivery(AccountBook book, OccSymbol contract) {
        return new Delivery(
                book.opening().id(), contract, -held(book, contract), market.session().close());
    }

    // All contracts of a stock together: the shares of one may pay for another.
    private static boolean isPossible(AccountBook book, List<Delivery> deliveries) {
        if (deliveries.isEmpty()) {
            return false;
        }
        Money cash = book.cash();
        int shares = book.held(deliveries.getFirst().stock());
        for (Delivery delivery : deliveries) {
            cash = cash.plus(delivery.cash());
            shares += delivery.shares();
        }
        return !cash.isNegative() && shares >= 0;
    }

    private void deliver(AccountBook book, Delivery delivery, Price close) {
        Quote quote =
                new Quotes(market)
                        .at(delivery.stock(), delivery.at())
                        .orElseGet(() -> new Quote(close, close, 0, 0));
        book.book(delivery, quote, quote);
    }

    private Settlement settlement(
            AccountBook book, OccSymbol contract, Price close, Price intrinsic) {
        int quantity = held(book, contract);
        return new Settlement(
                book.opening().id(),
                contract,
                quantity,
                close,
                intrinsic,
                new Instrument.Option(contract).value(intrinsic, quantity),
                market.session().close());
    }

    private static int held(AccountBook book, OccSymbol contract) {
        return book.held(new Instrument.Option(contract));
    }

    private static Price intrinsic(OccSymbol contract, Price underlying) {
        BigDecimal inside = Payoff.intrinsic(contract, underlying);
        return inside.compareTo(EXERCISE_FROM) < 0 ? Price.ZERO : new Price(inside);
    }

    private Price close(Ticker ticker) {
        Session session = market.session();
        List<Bar> bars = market.bars(ticker, session.open(), session.close());
        return bars.isEmpty() ? mid(ticker) : bars.getLast().close();
    }

    private Price mid(Ticker ticker) {
        return new Quotes(market)
                .at(new Instrument.Stock(ticker), market.session().close())
                .map(Quote::mid)
                .orElseThrow(() -> new IllegalStateException(ticker + " has no closing price"));
    }
}
