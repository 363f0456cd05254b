package io.opspipeline.domain.position;

import io.opspipeline.domain.account.Strategy;
import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.money.Price;
import java.util.Optional;

/// A position found at the broker that no order of ours explains.
///
/// @param instrument what is held
/// @param quantity contracts or shares, at least 1
/// @param averageEntry the broker's average price per share
/// @param strategy the strategy of its account, whose exits it gets
/// @param basis what today's profit and loss counts from; empty when it was bought today
public record AdoptedPosition(
        Instrument instrument,
        int quantity,
        Price averageEntry,
        Strategy strategy,
        Optional<SessionMid> basis) {}
