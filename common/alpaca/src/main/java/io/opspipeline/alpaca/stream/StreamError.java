package io.opspipeline.alpaca.stream;

import io.opspipeline.alpaca.http.RefusalAlerts;
import io.opspipeline.alpaca.wire.WireNode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// An error of the market-data stream, such as 406 `connection limit exceeded`.
///
/// @param code Alpaca's; 0 when it gave none that can be read
/// @param words Alpaca's
record StreamError(int code, String words) {

    private static final Logger LOG = LoggerFactory.getLogger(StreamError.class);

    static StreamError of(WireNode message) {
        return new StreamError(message.count("code").orElse(0), message.text("msg").orElse(""));
    }

    /// Stays where the connection is still good for something, and leaves, to come back later,
    /// where it is not. A person is told of what only a person can change.
    ///
    /// @param what the stream brings, such as `bars`
    void answer(Conversation.Speaker speaker, String what, RefusalAlerts alerts) {
        LOG.warn("stream of {}: error {} {}", what, code, words);
        switch (code) {
            case 402 -> {
                alerts.credentialsRefused("stream of " + what);
                speaker.leave(toString());
            }
            // The subscription stays as it was; nobody needs to wait for another.
            case 400, 405, 410, 413 -> {
                alerts.planRefused("this subscription to " + what, words);
                speaker.accepted();
            }
            case 406, 409, 412 -> {
                alerts.planRefused("a stream of " + what, words);
                speaker.leave(toString());
            }
            case 403 -> LOG.debug("logged in already");
            default -> speaker.leave(toString());
        }
    }

    /// True when a change of the subscription was refused and nothing else.
    boolean leavesSubscription() {
        return switch (code) {
            case 400, 405, 410, 413 -> true;
            default -> false;
        };
    }

    @Override
    public String toString() {
        return "error " + code + " " + words;
    }
}
