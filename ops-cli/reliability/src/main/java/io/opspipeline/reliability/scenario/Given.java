package io.opspipeline.reliability.scenario;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.calendar.Session;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.signal.Action;
import io.opspipeline.exchange.market.scripted.ScriptedMarket;
import io.opspipeline.exchange.venue.OpeningAccount;
import io.opspipeline.local.day.LocalAccount;
import java.time.LocalDate;
import java.util.List;

/// What scenarios begin with.
final class Given {

    static final Ticker ALFA = new Ticker("ALFA");
    static final Ticker BETA = new Ticker("BETA");
    static final Session SESSION = Session.regular(LocalDate.of(2026, 11, 19));

    /// 21 days to expiry, at the money.
    static final OccSymbol CALL = OccSymbol.parse("ALFA261210C00100000");

    static final OccSymbol BETA_CALL = OccSymbol.parse("BETA261210C00050000");

    /// Expires on the day of the session.
    static final OccSymbol DAY_CALL = OccSymbol.parse("ALFA261119C00100000");

    static final List<LocalAccount> LARGE = LocalAccount.ALL.subList(0, 1);
    static final List<LocalAccount> TINY = LocalAccount.ALL.subList(1, 2);
    static final List<LocalAccount> BOTH = LocalAccount.ALL;

    static final AccountId LARGE_ID = LARGE.getFirst().id();

    /// `large` as the broker shows it: single options may not be bought.
    static final List<LocalAccount> LEVEL_ONE = List.of(atLevel(1));

    /// `large` with spreads allowed by the broker.
    static final List<LocalAccount> LEVEL_THREE = List.of(atLevel(3));

    /// The legs of a spread that a person trades.
    static final OccSymbol SPREAD_LONG = OccSymbol.parse("ALFA261211C00103000");

    static final OccSymbol SPREAD_SHORT = OccSymbol.parse("ALFA261211C00105000");

    private Given() {}

    private static LocalAccount atLevel(int level) {
        OpeningAccount opening = LARGE.getFirst().opening();
        return new LocalAccount(
                LARGE.getFirst().registered(),
                new OpeningAccount(
                        opening.id(),
                        opening.number(),
                        opening.keyId(),
                        opening.secret(),
                        opening.cash(),
                        level));
    }

    /// One stock at 100.00 and one call, 2.49 to 2.50: an order at the ask is sent at once.
    static void tight(ScriptedMarket market) {
        market.stock(ALFA, "100").contract(CALL, "2.49", "2.50");
    }

    /// The same, and two contracts that nobody here would choose.
    static void spreads(ScriptedMarket market) {
        tight(market);
        market.contract(SPREAD_LONG, "1.51", "1.52").contract(SPREAD_SHORT, "0.50", "0.51");
    }

    /// The same twice.
    static void twoStocks(ScriptedMarket market) {
        tight(market);
        market.stock(BETA, "50").contract(BETA_CALL, "2.49", "2.50");
    }

    /// The same, and a contract that expires today.
    static void forBoth(ScriptedMarket market) {
        tight(market);
        market.contract(DAY_CALL, "0.99", "1.00");
    }

    /// An entry that climbs its ladder: 2.47, 2.48, 2.49, 2.50 at 09:41:02, :07, :12, :17.
    static Scenario.Script ladder(String name, String story) {
        return Scenario.named(name, story).at("09:41:02", Acts.signal(ALFA, Action.BUY_CALL));
    }

    /// An entry at the ask, 2.50, at 09:41:02.
    static Scenario.Script entry(String name, String story) {
        return ladder(name, story).listing(Given::tight);
    }

    /// That entry, and from 09:42:00 on a bid of 1.70, which is below its stop.
    static Scenario.Script exit(String name, String story) {
        return entry(name, story).at("09:42:00", Acts.quote(CALL, "1.70", "1.71"));
    }

    /// One stock at 100.00 and one call, 2.44 to 2.50.
    static void standard(ScriptedMarket market) {
        market.stock(ALFA, "100").contract(CALL, "2.44", "2.50");
    }
}
