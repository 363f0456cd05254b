package io.opspipeline.exchange.venue;

import io.opspipeline.domain.account.AccountId;
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
import java.util.List;

/// Ends option positions at the close of their expiry session: see [Settlement].
///
/// @param market with the stocks' closing prices
record Expiry(Market market) {

    private static final BigDecimal EXERCISE_FROM = new BigDecimal("0.01");

    /// Settles what expires today or should have before. To be called once, at the close.
    void settle(AccountBook book) {
        for (Holding holding : book.holdings()) {
            switch (holding.instrument()) {
                case Instrument.Option(var contract) -> settle(book, contract, holding.quantity());
                case Instrument.Stock _ -> {}
            }
        }
    }

    private void settle(AccountBook book, OccSymbol contract, int quantity) {
        if (!contract.expiry().isAfter(market.session().date())) {
            book.book(settlement(book.opening().id(), contract, quantity));
        }
    }

    private Settlement settlement(AccountId account, OccSymbol contract, int quantity) {
        Price underlying = close(contract.underlying());
        Price intrinsic = intrinsic(contract, underlying);
        Money cash = new Instrument.Option(contract).value(intrinsic, quantity);
        return new Settlement(
                account, contract, quantity, underlying, intrinsic, cash, market.session().close());
    }

    private static Price intrinsic(OccSymbol contract, Price underlying) {
        BigDecimal inside =
                underlying
                        .minus(contract.strike())
                        .multiply(BigDecimal.valueOf(contract.right().direction()));
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
