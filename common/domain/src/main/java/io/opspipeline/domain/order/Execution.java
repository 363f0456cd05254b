package io.opspipeline.domain.order;

import io.opspipeline.domain.money.Price;

/// One execution as the broker's stream tells it.
///
/// @param executionId the broker's id; the same id is the same execution
/// @param quantity contracts or shares of this execution, at least 1
/// @param price per share
public record Execution(String executionId, int quantity, Price price) {}
