package io.opspipeline.exchange.wire.http;

import io.opspipeline.exchange.venue.RefusalReason;

/// The two APIs, which count and refuse each in its own way. At Alpaca they live on two hosts; here
/// the path tells.
public enum Api {
    /// Accounts, orders, contracts: errors have a code.
    TRADING {
        @Override
        Answer unauthorized() {
            return Answer.refusal(RefusalReason.NOT_AUTHORIZED.says("request is not authorized"));
        }

        @Override
        Answer rateLimited() {
            return Answer.refusal(RefusalReason.RATE_LIMITED.says("rate limit exceeded"));
        }

        @Override
        Answer unreadable(String message) {
            return Answer.refusal(RefusalReason.MALFORMED.says(message));
        }
    },
    /// Prices: errors are a message alone.
    DATA {
        @Override
        Answer unauthorized() {
            return Answer.message(401, "unauthorized.");
        }

        @Override
        Answer rateLimited() {
            return Answer.message(429, "too many requests.");
        }

        @Override
        Answer unreadable(String message) {
            return Answer.message(400, message);
        }
    };

    static Api of(String path) {
        return path.startsWith("/v2/stocks/")
                        || path.startsWith("/v1beta1/")
                        || path.startsWith("/v1/")
                ? DATA
                : TRADING;
    }

    abstract Answer unauthorized();

    abstract Answer rateLimited();

    abstract Answer unreadable(String message);
}
