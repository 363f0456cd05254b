package io.opspipeline.cli.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// The cards of the accounts, from the database alone.
final class AccountCards {

    private static final String CARDS =
            """
            select a.account_id,
                   coalesce(r.equity_start, (select equity from equity_snapshots e
                       where e.account_id = a.account_id and taken_at >= :from and taken_at < :to
                       order by taken_at limit 1), 0) as equity_start,
                   coalesce(r.equity_end, (select equity from equity_snapshots e
                       where e.account_id = a.account_id and taken_at >= :from and taken_at < :to
                       order by taken_at desc limit 1), 0) as equity_end,
                   (select coalesce(sum(f.fees), 0) from fills f where f.account_id = a.account_id
                       and filled_at >= :from and filled_at < :to) as fees,
                   count(o.position_id) as closed,
                   count(*) filter (where o.pnl > 0) as wins,
                   count(*) filter (where o.pnl <= 0) as losses,
                   avg(o.pnl) as expectancy,
                   (select count(*) from active_positions p where p.account_id = a.account_id
                       and opened_at < :to and (ended_at is null or ended_at >= :to)) as open
            from accounts a
            left join daily_reports r on r.account_id = a.account_id
                and r.session_on = (:from at time zone 'America/New_York')::date
            left join outcomes o on o.account_id = a.account_id
                and o.ended_at >= :from and o.ended_at < :to
            group by a.account_id, r.equity_start, r.equity_end order by a.account_id
            """;

    private static final String CURVE =
            """
            select account_id, equity from equity_snapshots
            where taken_at >= :from and taken_at < :to order by taken_at
            """;

    private record Point(String account, BigDecimal equity) {}

    private final DayQueries day;

    AccountCards(DayQueries day) {
        this.day = day;
    }

    List<AccountCard> read() {
        List<Point> curve =
                day.rows(CURVE, (row, _) -> new Point(row.getString(1), row.getBigDecimal(2)));
        return day.rows(CARDS, (row, _) -> card(row, curve));
    }

    private static AccountCard card(ResultSet row, List<Point> curve) throws SQLException {
        String account = row.getString("account_id");
        BigDecimal start = cents(row.getBigDecimal("equity_start"));
        BigDecimal end = cents(row.getBigDecimal("equity_end"));
        long closed = row.getLong("closed");
        long wins = row.getLong("wins");
        Drawdown drawdown =
                Drawdown.of(
                        curve.stream()
                                .filter(point -> point.account().equals(account))
                                .map(Point::equity)
                                .toList());
        return new AccountCard(
                account,
                start,
                end,
                end.subtract(start),
                cents(row.getBigDecimal("fees")),
                Optional.empty(),
                closed,
                wins,
                row.getLong("losses"),
                row.getLong("open"),
                Optional.ofNullable(row.getBigDecimal("expectancy")).map(AccountCards::cents),
                closed == 0 ? Optional.empty() : Optional.of(percent(wins, closed)),
                cents(drawdown.amount()),
                drawdown.percent());
    }

    private static BigDecimal percent(long part, long whole) {
        return BigDecimal.valueOf(100 * part)
                .divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_EVEN);
    }

    private static BigDecimal cents(BigDecimal dollars) {
        return dollars.setScale(2, RoundingMode.HALF_EVEN);
    }
}
