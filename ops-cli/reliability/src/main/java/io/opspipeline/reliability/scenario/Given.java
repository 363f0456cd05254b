package io.opspipeline.reliability.scenario;

import io.opspipeline.domain.calendar.Session;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.signal.Action;
import io.opspipeline.domain.signal.Confidence;
import io.opspipeline.domain.signal.FeatureRow;
import io.opspipeline.domain.signal.Signal;
import io.opspipeline.exchange.market.scripted.ScriptedMarket;
import io.opspipeline.local.day.LocalAccount;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// What scenarios begin with.
final class Given {

    static final Ticker ALFA = new Ticker("ALFA");
    static final Session SESSION = Session.regular(LocalDate.of(2026, 11, 19));

    /// 21 days to expiry, at the money.
    static final OccSymbol CALL = OccSymbol.parse("ALFA261210C00100000");

    /// Expires on the day of the session.
    static final OccSymbol DAY_CALL = OccSymbol.parse("ALFA261119C00100000");

    static final List<LocalAccount> LARGE = LocalAccount.ALL.subList(0, 1);
    static final List<LocalAccount> TINY = LocalAccount.ALL.subList(1, 2);
    static final List<LocalAccount> BOTH = LocalAccount.ALL;

    private Given() {}

    /// One stock at 100.00 and one call, 2.44 to 2.50.
    static void standard(ScriptedMarket market) {
        market.stock(ALFA, "100").contract(CALL, "2.44", "2.50");
    }

    /// A good signal of the bar that closed last.
    static Signal signal(Ticker ticker, Action action, Instant now) {
        Instant barStart = now.truncatedTo(ChronoUnit.MINUTES).minus(1, ChronoUnit.MINUTES);
        int side = action == Action.BUY_PUT ? -1 : 1;
        return new Signal(
                ticker,
                action,
                new Confidence(0.7),
                new FeatureRow(
                        ticker,
                        barStart,
                        Price.of("100"),
                        OptionalDouble.of(100 - side * 0.2),
                        OptionalDouble.empty(),
                        OptionalDouble.of(2.5),
                        OptionalInt.of(side),
                        4,
                        OptionalDouble.of(side * 0.002),
                        OptionalInt.of(side),
                        OptionalDouble.empty(),
                        OptionalDouble.of(0.001),
                        OptionalDouble.of(0.4),
                        OptionalDouble.of(61.5),
                        OptionalDouble.of(100.1)),
                Optional.empty(),
                "scenario");
    }
}
