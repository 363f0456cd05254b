package io.opspipeline.positionmanager;

import io.opspipeline.positionmanager.rules.BreakerRule;
import io.opspipeline.positionmanager.rules.ClosingLadderRule;
import io.opspipeline.positionmanager.rules.DailyLossRule;
import io.opspipeline.positionmanager.rules.ExitRule;
import io.opspipeline.positionmanager.rules.MarkRule;
import io.opspipeline.positionmanager.rules.ModelPriceRule;

/// The rules under one set of settings.
record Rules(
        PositionManagerSettings settings,
        ExitRule exits,
        MarkRule marks,
        ModelPriceRule model,
        DailyLossRule dailyLoss,
        ClosingLadderRule ladder,
        BreakerRule breakers) {}
