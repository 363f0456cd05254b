package io.opspipeline.exchange.wire.stream;

import io.opspipeline.domain.account.AccountId;
import java.util.SortedSet;

/// Who listens at one moment, so that a driver can wait until its clients do.
///
/// @param orderEvents accounts with a client that listens to `trade_updates`
/// @param bars symbols that some client subscribed to bars of, `*` for all
/// @param quotes option symbols that some client subscribed to quotes of
public record Listeners(
        SortedSet<AccountId> orderEvents, SortedSet<String> bars, SortedSet<String> quotes) {}
