package io.opspipeline.exchange.venue;

import io.opspipeline.domain.account.AccountId;
import java.time.Instant;
import java.util.Optional;

/// Where things can go wrong on purpose. Every method says what happens to one thing; the default
/// is that all goes well. The venue asks about submissions, cancels and events; the wire asks about
/// answers. Asked while the books are locked, except about answers: an implementation decides from
/// its arguments and must not call the venue.
public interface Faults {

    /// What a request asks for.
    enum Request {
        /// A new order.
        SUBMIT,
        /// The end of an order.
        CANCEL,
        /// A look at orders, positions, the account or what is listed.
        READ,
        /// A look at prices.
        PRICES
    }

    /// What becomes of a request before it is carried out.
    enum RequestFault {
        /// It is carried out.
        NONE,
        /// It never arrives; the connection is cut.
        CUT,
        /// It is carried out twice, as by an edge that repeats what took too long; the second
        /// answer is sent.
        TWICE,
        /// 404, as if what it is about were not known here, and nothing is done.
        UNKNOWN,
        /// 503 with an HTML body, and nothing is done.
        UNAVAILABLE,
        /// 429, and nothing is done.
        TOO_MANY
    }

    /// What becomes of an answer after its request was carried out.
    enum AnswerFault {
        /// It is sent.
        NONE,
        /// It is never sent; the connection stays open.
        LOST,
        /// It is never sent; the connection is cut instead.
        CUT,
        /// 504 with an HTML body is sent instead.
        GATEWAY_TIMEOUT,
        /// 200 with a body that is not JSON is sent instead.
        UNREADABLE
    }

    /// What becomes of an event.
    enum EventFault {
        /// It is delivered.
        NONE,
        /// It is lost.
        LOST,
        /// It is delivered twice.
        TWICE,
        /// It is delivered after the events of the next step.
        LATE
    }

    /// No faults.
    static Faults none() {
        return new Faults() {};
    }

    /// A refusal in place of what the venue would say; the order is then never seen.
    default Optional<Refusal> onSubmit(AccountId account, OrderSubmission submission, Instant at) {
        return Optional.empty();
    }

    /// A refusal of a spread in place of what the venue would say.
    default Optional<Refusal> onSubmit(AccountId account, SpreadSubmission spread, Instant at) {
        return Optional.empty();
    }

    /// The most units of a spread that fill at one moment, 0 or more, whatever the sizes shown.
    default int mostUnits(SpreadView spread) {
        return Integer.MAX_VALUE;
    }

    /// The most contracts or shares of an order that fill at one moment, 0 or more, whatever the
    /// sizes shown.
    default int mostContracts(OrderView order) {
        return Integer.MAX_VALUE;
    }

    /// How many more than was ordered the fill that completes an order brings.
    default int beyond(OrderView order) {
        return 0;
    }

    /// A reason to reject an order just after it was taken.
    default Optional<String> onAccepted(OrderView order) {
        return Optional.empty();
    }

    /// True while a cancel stays pending, however many steps pass.
    default boolean holdsCancel(PlacedOrder order) {
        return false;
    }

    /// True when a cancel that was taken is not carried out: the order works on.
    default boolean rejectsCancel(PlacedOrder order) {
        return false;
    }

    /// What becomes of an event.
    default EventFault onEvent(VenueEvent event) {
        return EventFault.NONE;
    }

    /// What becomes of a request.
    default RequestFault onRequest(AccountId account, Request request, Instant at) {
        return RequestFault.NONE;
    }

    /// Called when a request was carried out and its answer is about to be sent. Events that are
    /// told meanwhile come before the answer.
    ///
    /// @return true when some were told
    default boolean beforeAnswer(AccountId account, Request request) {
        return false;
    }

    /// The body of an answer that is sent in place of another.
    ///
    /// @param path of the request, without its query
    default String onBody(AccountId account, String path, String body) {
        return body;
    }

    /// True while a key is not accepted any more.
    default boolean revokes(AccountId account, Instant at) {
        return false;
    }

    /// True while the data subscription does not give what lies at a path: 403.
    ///
    /// @param path of the request, without its query
    default boolean withholds(AccountId account, String path, Instant at) {
        return false;
    }

    /// The most rows of a page of prices, 1 or more, whatever was asked for.
    default int largestPage() {
        return Integer.MAX_VALUE;
    }

    /// True while somebody else has the account's only connection to a stream of prices: 406.
    default boolean takesSeat(AccountId account, Instant at) {
        return false;
    }

    /// True while streams are refused with 429.
    default boolean refusesStreams(Instant at) {
        return false;
    }

    /// What becomes of an answer.
    default AnswerFault onAnswer(AccountId account, Request request, Instant at) {
        return AnswerFault.NONE;
    }
}
