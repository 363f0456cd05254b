package io.opspipeline.positionmanager;

import io.opspipeline.domain.position.ForcedExits;
import io.opspipeline.positionmanager.rules.BreakerRule;
import io.opspipeline.positionmanager.rules.ClosingLadderRule;
import io.opspipeline.positionmanager.rules.DailyLossRule;
import io.opspipeline.positionmanager.rules.ExitRule;
import io.opspipeline.positionmanager.rules.MarkRule;
import io.opspipeline.positionmanager.rules.ModelPriceRule;
import java.util.function.Supplier;

/// The rules as the settings of the moment make them. Whoever decides asks anew, so that a stored
/// change is in force without a restart.
final class Rulebook implements Supplier<Rules> {

    private final Supplier<PositionManagerSettings> settings;
    private final ForcedExits forced;
    private volatile Rules inForce;

    Rulebook(Supplier<PositionManagerSettings> settings, ForcedExits forced) {
        this.settings = settings;
        this.forced = forced;
        this.inForce = make(settings.get());
    }

    @Override
    public Rules get() {
        PositionManagerSettings now = settings.get();
        Rules made = inForce;
        if (!now.equals(made.settings())) {
            made = make(now);
            inForce = made;
        }
        return made;
    }

    private Rules make(PositionManagerSettings now) {
        return new Rules(
                now,
                new ExitRule(now.exits().limits(), forced),
                new MarkRule(now.quotes().limits()),
                new ModelPriceRule(now.rate()),
                new DailyLossRule(now.exits().dailyLossFor(), now.exits().afterOpen()),
                new ClosingLadderRule(now.closing().limits()),
                new BreakerRule(now.breakers().streak()));
    }
}
