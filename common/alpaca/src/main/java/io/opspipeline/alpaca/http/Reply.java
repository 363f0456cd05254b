package io.opspipeline.alpaca.http;

import io.opspipeline.alpaca.wire.WireError;
import io.opspipeline.alpaca.wire.WireNode;
import java.time.Instant;
import java.util.Optional;

/// An answer of Alpaca's.
///
/// @param status the HTTP status
/// @param body as it came
/// @param limitResetsAt when the request limit starts anew, where the answer says so, UTC
public record Reply(int status, String body, Optional<Instant> limitResetsAt) {

    private static final int TIMEOUT = 408;
    private static final int TOO_MANY = 429;

    /// True for 200 to 299.
    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /// True for 429.
    public boolean isRateLimited() {
        return status == TOO_MANY;
    }

    /// True for 400 to 499 but 408 and 429: the request was understood and refused.
    public boolean isRefusal() {
        return status >= 400 && status < 500 && status != TIMEOUT && status != TOO_MANY;
    }

    /// The body as JSON; empty when it is none.
    public Optional<WireNode> json() {
        return WireNode.parse(body);
    }

    /// The body as an error.
    public WireError error() {
        return WireError.from(body);
    }
}
