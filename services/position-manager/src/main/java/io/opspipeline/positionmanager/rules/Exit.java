package io.opspipeline.positionmanager.rules;

import io.opspipeline.domain.order.ExitReason;

/// An exit that fires.
///
/// @param rule which one
/// @param quantity contracts or shares to sell, at least 1 and at most what is held
/// @param detail what fired, with figures
public record Exit(ExitReason rule, int quantity, String detail) {}
