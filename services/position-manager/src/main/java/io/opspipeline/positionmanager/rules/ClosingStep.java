package io.opspipeline.positionmanager.rules;

import io.opspipeline.domain.money.Price;
import java.time.Duration;

/// What a close does next.
public sealed interface ClosingStep {

    /// Sell at a limit, and look again after a time.
    ///
    /// @param limit a valid tick
    /// @param lookAgain how long the order works before the next step
    /// @param rests true when an order that works at this limit already is left alone
    record AtLimit(Price limit, Duration lookAgain, boolean rests) implements ClosingStep {}

    /// Sell at the market.
    ///
    /// @param lookAgain when to see what became of it
    record AtMarket(Duration lookAgain) implements ClosingStep {}

    /// No order can be priced now.
    ///
    /// @param reason why
    /// @param lookAgain when to try again
    record Wait(String reason, Duration lookAgain) implements ClosingStep {}
}
