package io.opspipeline.exchange.market.generated;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import io.opspipeline.domain.calendar.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Draws what a stock does in some sessions before the traded one and in it.
final class PathGenerator {

    private static final double VOLUME_NOISE = 0.35;

    private final long seed;
    private final List<SessionClock> clocks;
    private final Map<SessionClock, double[]> shared;
    private final Regime before;
    private final Regime traded;

    /// @param seed of everything drawn
    /// @param sessions oldest first, the traded one last
    /// @param before how the earlier sessions behave
    /// @param traded how the last session behaves
    PathGenerator(long seed, List<Session> sessions, Regime before, Regime traded) {
        this.seed = seed;
        this.clocks = sessions.stream().map(SessionClock::new).toList();
        this.before = before;
        this.traded = traded;
        this.shared = clocks.stream().collect(toUnmodifiableMap(identity(), this::sharedShocks));
    }

    /// Every session of a stock, oldest first.
    List<SessionTrades> trades(ListedStock stock) {
        List<SessionTrades> trades = new ArrayList<>();
        double price = stock.price();
        for (SessionClock clock : clocks) {
            SessionTrades session = session(stock, clock, openAfter(price, stock, clock));
            trades.add(session);
            price = session.path().last();
        }
        return List.copyOf(trades);
    }

    /// A walk through one session of a stock from its open on.
    PriceWalk walk(ListedStock stock, SessionClock clock, double open) {
        Regime regime = regimeOf(clock);
        int minutes = clock.session().minutes();
        double session =
                regime.sessionVariance(stock.dayVariance(), draws(stock, clock, "variance"));
        double jumps = Jumps.expectedVariance(regime) * stock.dayVariance();
        return new PriceWalk(
                regime,
                IntradayShape.variance(minutes),
                session - jumps,
                spells(stock, clock),
                jumps(stock, clock),
                Objects.requireNonNull(shared.get(clock)),
                draws(stock, clock, "price"),
                open);
    }

    private SessionTrades session(ListedStock stock, SessionClock clock, double open) {
        PriceWalk walk = walk(stock, clock, open);
        double[] points = new double[clock.lastStep() + 1];
        points[0] = open;
        for (int step = 1; step < points.length; step++) {
            points[step] = walk.next();
        }
        return new SessionTrades(new SessionPath(clock, points), volumes(stock, clock));
    }

    private double openAfter(double close, ListedStock stock, SessionClock clock) {
        double variance = VarianceClock.OVERNIGHT * stock.dayVariance();
        double shock = draws(stock, clock, "overnight").gaussian();
        return close * StrictMath.exp(StrictMath.sqrt(variance) * shock - 0.5 * variance);
    }

    private long[] volumes(ListedStock stock, SessionClock clock) {
        int minutes = clock.session().minutes();
        double[] shares = IntradayShape.volume(minutes);
        Spells spells = spells(stock, clock);
        Jumps jumps = jumps(stock, clock);
        Draws draws = draws(stock, clock, "volume");
        long[] volumes = new long[minutes];
        for (int minute = 0; minute < minutes; minute++) {
            double inPlay = spells.volume(minute) * jumps.volume(minute);
            double expected = stock.averageVolume() * shares[minute] * inPlay;
            volumes[minute] = StrictMath.round(expected * draws.factor(VOLUME_NOISE));
        }
        return volumes;
    }

    private Spells spells(ListedStock stock, SessionClock clock) {
        int minutes = clock.session().minutes();
        return Spells.draw(minutes, regimeOf(clock), draws(stock, clock, "spells"));
    }

    private Jumps jumps(ListedStock stock, SessionClock clock) {
        int minutes = clock.session().minutes();
        Draws draws = draws(stock, clock, "jumps");
        return Jumps.draw(minutes, regimeOf(clock), stock.dayVariance(), draws);
    }

    private double[] sharedShocks(SessionClock clock) {
        double[] shocks = new double[clock.lastStep()];
        Draws draws = new Draws(Draws.key(seed, clock.session().date().toString(), "shared"));
        for (int step = 0; step < shocks.length; step++) {
            shocks[step] = draws.gaussian();
        }
        return shocks;
    }

    private Regime regimeOf(SessionClock clock) {
        return clock.equals(clocks.getLast()) ? traded : before;
    }

    private Draws draws(ListedStock stock, SessionClock clock, String purpose) {
        String date = clock.session().date().toString();
        return new Draws(Draws.key(seed, stock.ticker().symbol(), date, purpose));
    }
}
