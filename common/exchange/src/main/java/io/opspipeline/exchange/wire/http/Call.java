package io.opspipeline.exchange.wire.http;

import io.opspipeline.domain.account.AccountId;
import java.time.Instant;

/// A request of an account that was let in.
///
/// @param account who asks
/// @param now the venue's time, UTC, for all of the answer
/// @param subject the variable segment of the path, empty text when it has none
/// @param parameters of the query
/// @param body as sent
public record Call(
        AccountId account, Instant now, String subject, Parameters parameters, String body) {}
