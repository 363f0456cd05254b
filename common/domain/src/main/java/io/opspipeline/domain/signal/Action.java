package io.opspipeline.domain.signal;

import io.opspipeline.domain.instrument.InstrumentType;
import java.util.Optional;

/// What a signal asks for. Shorting does not exist.
public enum Action {
    /// Buy a call.
    BUY_CALL,
    /// Buy a put.
    BUY_PUT,
    /// Buy shares; hybrid mode only.
    BUY_STOCK,
    /// Do nothing; counted with the condition that failed.
    HOLD;

    /// The instrument this action buys; empty for HOLD.
    public Optional<InstrumentType> instrumentType() {
        return switch (this) {
            case BUY_CALL -> Optional.of(InstrumentType.CALL);
            case BUY_PUT -> Optional.of(InstrumentType.PUT);
            case BUY_STOCK -> Optional.of(InstrumentType.STOCK);
            case HOLD -> Optional.empty();
        };
    }
}
