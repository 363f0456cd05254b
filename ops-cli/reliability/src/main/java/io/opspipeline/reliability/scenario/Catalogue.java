package io.opspipeline.reliability.scenario;

import java.util.List;
import java.util.stream.Stream;

/// Every scenario, in the order of the fault catalogue.
public final class Catalogue {

    private Catalogue() {}

    /// All of them.
    public static List<Scenario> all() {
        return Stream.of(
                        SubmitScenarios.all(),
                        SubmitAnswerScenarios.all(),
                        SubmitRefusalScenarios.all(),
                        SubmitLimitScenarios.all(),
                        FillScenarios.all(),
                        FillRaceScenarios.all(),
                        CancelScenarios.all(),
                        StateScenarios.all(),
                        StateOutsideScenarios.all(),
                        OthersOrderScenarios.all(),
                        HaltScenarios.all(),
                        StreamScenarios.all(),
                        ClockScenarios.all(),
                        MarketDataScenarios.all(),
                        QuoteScenarios.all(),
                        ContractScenarios.all(),
                        ExpiryScenarios.all(),
                        SellOutScenarios.all(),
                        SettlementScenarios.all())
                .flatMap(List::stream)
                .toList();
    }
}
