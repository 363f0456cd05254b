package io.opspipeline.domain.account;

import java.time.Instant;
import java.util.Optional;

/// What an account may do, and why.
///
/// @param state what it may do
/// @param reason why; `default` for an account never changed
/// @param until when it becomes ACTIVE by itself, UTC
public record TradingStatus(TradingState state, String reason, Optional<Instant> until) {}
