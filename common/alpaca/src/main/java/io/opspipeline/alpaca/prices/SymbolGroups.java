package io.opspipeline.alpaca.prices;

import io.opspipeline.alpaca.http.Reading;
import io.opspipeline.alpaca.http.Request;
import io.opspipeline.alpaca.http.RequestSender;
import io.opspipeline.alpaca.wire.WireError;
import io.opspipeline.alpaca.wire.WireNode;
import io.opspipeline.ports.broker.BrokerUnavailable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks about many symbols, a group at a time. Alpaca refuses a whole group for one symbol that it
/// cannot read; such a group is halved until the symbol stands alone, and then left out.
///
/// @param sender asks
record SymbolGroups(RequestSender sender) {

    private static final Logger LOG = LoggerFactory.getLogger(SymbolGroups.class);
    private static final int LARGEST_GROUP = 100;
    private static final int BAD_REQUEST = 400;

    /// Every page of every answer, in the order of the symbols.
    ///
    /// @param symbols anything that prints as its symbol
    /// @throws BrokerUnavailable when there is no readable answer
    List<WireNode> ask(Request request, Collection<?> symbols) {
        List<String> sorted = symbols.stream().map(Object::toString).sorted().toList();
        List<WireNode> pages = new ArrayList<>();
        for (int from = 0; from < sorted.size(); from += LARGEST_GROUP) {
            int to = Math.min(sorted.size(), from + LARGEST_GROUP);
            pages.addAll(askGroup(request, sorted.subList(from, to)));
        }
        return pages;
    }

    private List<WireNode> askGroup(Request request, List<String> group) {
        Request asked = request.with("symbols", String.join(",", group));
        return switch (sender.ask(asked)) {
            case Reading.Found(WireNode first) -> Pages.from(first, sender, asked);
            case Reading.Refused(int status, WireError error) when isBadSymbol(status, error) ->
                    halves(request, group, error);
            case Reading.Refused(int status, WireError error) ->
                    throw new BrokerUnavailable(
                            "%s: %d: %s".formatted(asked, status, error.message()));
        };
    }

    private static boolean isBadSymbol(int status, WireError error) {
        return status == BAD_REQUEST && error.message().contains("symbol");
    }

    private List<WireNode> halves(Request request, List<String> group, WireError error) {
        if (group.size() == 1) {
            LOG.warn("{} left out of {}: {}", group, request.path(), error.message());
            return List.of();
        }
        int middle = group.size() / 2;
        List<WireNode> pages = new ArrayList<>(askGroup(request, group.subList(0, middle)));
        pages.addAll(askGroup(request, group.subList(middle, group.size())));
        return pages;
    }
}
