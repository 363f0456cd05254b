package io.opspipeline.domain.order;

import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.money.Money;
import io.opspipeline.domain.money.Price;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/// Regulatory fees of a fill by date: ORF and OCC per contract on both sides, TAF per contract (or
/// share) and SEC on the notional of sells. Commission is zero. Amounts are exact, so that the fees
/// of the parts of an order add up to the fees of the whole; a broker rounds the day's sum.
public final class FeeTable {

    private final List<Row> rows;

    /// @param rows rates by the day they took effect, oldest first, at least one
    public FeeTable(List<Row> rows) {
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("fee table is empty");
        }
        this.rows = List.copyOf(rows);
    }

    /// Rates from a day on, in dollars.
    ///
    /// @param from first New York day
    /// @param orf options regulatory fee per contract and side
    /// @param occ clearing fee per contract and side
    /// @param tafPerContract trading activity fee per contract sold
    /// @param tafPerShare trading activity fee per share sold
    /// @param secPerDollar SEC fee per dollar sold
    public record Row(
            LocalDate from,
            BigDecimal orf,
            BigDecimal occ,
            BigDecimal tafPerContract,
            BigDecimal tafPerShare,
            BigDecimal secPerDollar) {}

    /// The published rates, kept to the changes that matter to a retail account.
    public static FeeTable standard() {
        return new FeeTable(
                List.of(
                        row("2013-01-01", "0.0371", "0.05", "0.002", "0.000119", "0.0000174"),
                        row("2019-01-01", "0.0388", "0.055", "0.002", "0.000119", "0.0000207"),
                        row("2024-01-01", "0.02815", "0.02", "0.00279", "0.000166", "0.0000278"),
                        row("2025-05-14", "0.02295", "0.025", "0.00279", "0.000166", "0")));
    }

    /// The fees of one fill.
    public Money of(Instrument instrument, Side side, int quantity, Price price, LocalDate day) {
        Row row = on(day);
        Money notional = instrument.value(price, quantity);
        Money sold = side == Side.SELL ? notional.times(row.secPerDollar()) : Money.ZERO;
        return switch (instrument) {
            case Instrument.Option _ ->
                    sold.plus(perUnit(row.orf().add(row.occ()), quantity))
                            .plus(activity(side, row.tafPerContract(), quantity));
            case Instrument.Stock _ -> sold.plus(activity(side, row.tafPerShare(), quantity));
        };
    }

    private Row on(LocalDate day) {
        Row latest = rows.getFirst();
        for (Row row : rows) {
            if (!row.from().isAfter(day)) {
                latest = row;
            }
        }
        return latest;
    }

    private static Money activity(Side side, BigDecimal rate, int quantity) {
        return side == Side.SELL ? perUnit(rate, quantity) : Money.ZERO;
    }

    private static Money perUnit(BigDecimal rate, int quantity) {
        return new Money(rate).times(quantity);
    }

    private static Row row(
            String from,
            String orf,
            String occ,
            String tafPerContract,
            String tafPerShare,
            String sec) {
        return new Row(
                LocalDate.parse(from),
                new BigDecimal(orf),
                new BigDecimal(occ),
                new BigDecimal(tafPerContract),
                new BigDecimal(tafPerShare),
                new BigDecimal(sec));
    }
}
