package io.opspipeline.positionmanager;

import io.opspipeline.domain.account.BrokerPosition;
import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.instrument.Right;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.money.Money;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What an account has left for exercises: a call takes cash at its strike, a put takes shares.
final class ExerciseMeans {

    private final Map<Ticker, Long> shares = new HashMap<>();
    private Money cash;

    ExerciseMeans(Money cash, List<BrokerPosition> positions) {
        this.cash = cash;
        positions.stream()
                .filter(each -> each.instrument() instanceof Instrument.Stock)
                .forEach(each ->
                        shares.merge(
                                each.instrument().ticker(), (long) each.quantity(), Long::sum));
    }

    boolean cover(Instrument.Option option, int contracts) {
        return isCall(option)
                ? !cost(option, contracts).exceeds(cash)
                : sharesOf(option) >= shares(option, contracts);
    }

    /// One exercise more takes its part, even if that is not there.
    void take(Instrument.Option option, int contracts) {
        if (isCall(option)) {
            cash = cash.minus(cost(option, contracts));
        } else {
            shares.put(option.ticker(), sharesOf(option) - shares(option, contracts));
        }
    }

    /// What an exercise takes, in words.
    static String need(Instrument.Option option, int contracts) {
        return isCall(option)
                ? cost(option, contracts).toString()
                : shares(option, contracts) + " shares";
    }

    private long sharesOf(Instrument.Option option) {
        return shares.getOrDefault(option.ticker(), 0L);
    }

    private static boolean isCall(Instrument.Option option) {
        return option.contract().right() == Right.CALL;
    }

    private static Money cost(Instrument.Option option, int contracts) {
        return option.value(option.contract().strike(), contracts);
    }

    private static long shares(Instrument.Option option, int contracts) {
        return (long) contracts * option.multiplier();
    }
}
