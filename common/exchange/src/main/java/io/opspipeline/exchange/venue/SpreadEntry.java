package io.opspipeline.exchange.venue;

import io.opspipeline.domain.calendar.Session;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.order.OrderType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// A submitted spread with all that is needed to judge it. What one check relies on, an earlier one
/// has made sure of.
///
/// @param book whose spread it is
/// @param submission what was sent
/// @param session the traded session
/// @param now the venue's time
record SpreadEntry(AccountBook book, SpreadSubmission submission, Session session, Instant now) {

    boolean isMarket() {
        return submission.type() == OrderType.MARKET;
    }

    /// The contracts of the legs that name one.
    List<OccSymbol> contracts() {
        return submission.legs().stream()
                .map(leg -> OccSymbol.tryParse(leg.symbol()))
                .flatMap(Optional::stream)
                .toList();
    }

    /// Units, once they are known to be whole.
    int units() {
        return submission.quantity().intValueExact();
    }

    /// The legs, once they are known to be in order.
    ///
    /// @param clientOrderId the client's name of the spread
    List<LegTerms> legs(VenueIds ids, String clientOrderId) {
        return IntStream.range(0, submission.legs().size())
                .mapToObj(number -> leg(ids, clientOrderId, number))
                .toList();
    }

    private LegTerms leg(VenueIds ids, String clientOrderId, int number) {
        SpreadSubmission.Leg leg = submission.legs().get(number);
        String name = ids.leg(book.opening().id(), clientOrderId, number);
        return new LegTerms(
                ids.order(book.opening().id(), name),
                name,
                OccSymbol.parse(leg.symbol()),
                leg.intent().orElseThrow(),
                leg.ratio().intValueExact());
    }
}
