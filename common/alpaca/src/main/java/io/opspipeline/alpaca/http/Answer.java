package io.opspipeline.alpaca.http;

import io.opspipeline.alpaca.pace.Allowance;
import io.opspipeline.alpaca.refusal.Refusals;
import io.opspipeline.alpaca.wire.WireError;
import io.opspipeline.alpaca.wire.WireNode;
import io.opspipeline.domain.denial.Denial;
import java.util.Optional;

/// What came back.
///
/// @param status HTTP
/// @param body as it came, empty text when there was none
/// @param allowance what is left of the request limit
public record Answer(int status, String body, Allowance allowance) {

    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_MANY_REQUESTS = 429;

    /// True for 200 to 299.
    public boolean isDone() {
        return status >= 200 && status < 300;
    }

    /// True for 429.
    public boolean isOneTooMany() {
        return status == TOO_MANY_REQUESTS;
    }

    /// True when Alpaca understood and said no: 400 to 499 without 408 and 429.
    public boolean isRefusal() {
        return status >= 400 && status < 500 && status != REQUEST_TIMEOUT && !isOneTooMany();
    }

    /// The body, when it is JSON.
    public Optional<WireNode> json() {
        return WireNode.parse(body);
    }

    /// The body as an error.
    public WireError error() {
        return WireError.from(body);
    }

    /// What it means to us that this brought nothing of what was asked for.
    public Denial denial() {
        WireError error = error();
        return Refusals.read(status, error.code(), error.message()).says(inWords());
    }

    /// Status and Alpaca's words.
    public String inWords() {
        return status + ": " + error().message();
    }
}
