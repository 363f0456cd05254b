package io.opspipeline.alpaca.data;

import io.opspipeline.alpaca.http.AlpacaHost;
import io.opspipeline.alpaca.http.Query;
import io.opspipeline.alpaca.http.Reply;
import io.opspipeline.alpaca.wire.WireNode;
import io.opspipeline.ports.broker.BrokerUnavailable;
import java.util.Optional;
import java.util.function.Consumer;

/// Reads a list to its last page: the token decides, not the length of a page.
final class Pages {

    /// More pages than any list can have; a token that never ends is a fault of the other side.
    private static final int MOST_PAGES = 1_000;

    private Pages() {}

    /// Gives each page's answer.
    ///
    /// @throws BrokerUnavailable when a page is refused or cannot be read
    static void each(AlpacaHost host, String path, Query query, Consumer<WireNode> page) {
        each(host, path, query, _ -> {}, page);
    }

    /// Gives each page's answer, after a check of the reply that may throw what the caller knows.
    ///
    /// @throws BrokerUnavailable when a page is refused or cannot be read
    static void each(
            AlpacaHost host,
            String path,
            Query query,
            Consumer<Reply> check,
            Consumer<WireNode> page) {
        Optional<String> token = Optional.empty();
        for (int pages = 0; pages < MOST_PAGES; pages++) {
            Reply reply = host.get(path, query.with("page_token", token));
            check.accept(reply);
            WireNode answer = read(reply, path);
            page.accept(answer);
            token = answer.text("next_page_token");
            if (token.isEmpty()) {
                return;
            }
        }
        throw new BrokerUnavailable(path + ": the list has no end");
    }

    /// The JSON of an answer.
    ///
    /// @throws BrokerUnavailable when it is a refusal or no JSON
    static WireNode read(Reply reply, String what) {
        if (!reply.isSuccess()) {
            throw new BrokerUnavailable(
                    "%s: %d %s".formatted(what, reply.status(), reply.error().message()));
        }
        return reply.json()
                .orElseThrow(() -> new BrokerUnavailable(what + ": the answer is no JSON"));
    }
}
