package io.opspipeline.exchange.wire.http;

import java.io.Serial;

/// A request that cannot be carried out as it is written; carries the answer.
public final class RefusedException extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    private final transient Answer answer;

    /// A request to be answered so.
    public RefusedException(Answer answer) {
        super(answer.body(), null, false, false);
        this.answer = answer;
    }

    Answer answer() {
        return answer;
    }
}
