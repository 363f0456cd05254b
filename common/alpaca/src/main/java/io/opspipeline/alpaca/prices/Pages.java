package io.opspipeline.alpaca.prices;

import io.opspipeline.alpaca.http.Request;
import io.opspipeline.alpaca.http.RequestSender;
import io.opspipeline.alpaca.wire.WireNode;
import io.opspipeline.ports.broker.BrokerUnavailable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Follows page tokens.
final class Pages {

    private Pages() {}

    /// Every page of an answer.
    ///
    /// @throws BrokerUnavailable when one cannot be read
    static List<WireNode> all(RequestSender sender, Request request) {
        return from(sender.read(request), sender, request);
    }

    /// A first page and all that follow it.
    ///
    /// @throws BrokerUnavailable when one cannot be read, or a token comes again
    static List<WireNode> from(WireNode first, RequestSender sender, Request request) {
        List<WireNode> pages = new ArrayList<>(List.of(first));
        Set<String> tokens = new HashSet<>();
        Optional<String> token = first.text("next_page_token");
        while (token.isPresent()) {
            if (!tokens.add(token.get())) {
                throw new BrokerUnavailable(request + ": page token comes again");
            }
            WireNode page = sender.read(request.with("page_token", token.get()));
            pages.add(page);
            token = page.text("next_page_token");
        }
        return pages;
    }
}
