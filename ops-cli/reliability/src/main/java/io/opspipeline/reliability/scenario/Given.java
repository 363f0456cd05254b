package io.opspipeline.reliability.scenario;

import io.opspipeline.domain.calendar.Session;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.exchange.market.scripted.ScriptedMarket;
import io.opspipeline.local.day.LocalAccount;
import java.time.LocalDate;
import java.util.List;

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
}
