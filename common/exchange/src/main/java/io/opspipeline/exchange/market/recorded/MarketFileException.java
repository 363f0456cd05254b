package io.opspipeline.exchange.market.recorded;

import java.nio.file.Path;

/// Recorded data that cannot be used; the message names the file, and the row where there is one.
public final class MarketFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// @param message what is wrong with what
    public MarketFileException(String message) {
        super(message);
    }

    static MarketFileException of(Path file, String reason) {
        return new MarketFileException(file + ": " + reason);
    }

    static MarketFileException at(String file, int row, String reason) {
        return new MarketFileException("%s: row %d: %s".formatted(file, row, reason));
    }
}
