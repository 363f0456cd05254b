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
        /// Anything that changes nothing.
        READ
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

    /// A reason to reject an order just after it was taken.
    default Optional<String> onAccepted(OrderView order) {
        return Optional.empty();
    }

    /// True while a cancel stays pending, however many steps pass.
    default boolean holdsCancel(PlacedOrder order) {
        return false;
    }

    /// What becomes of an event.
    default EventFault onEvent(VenueEvent event) {
        return EventFault.NONE;
    }

    /// What becomes of an answer.
    default AnswerFault onAnswer(AccountId account, Request request, Instant at) {
        return AnswerFault.NONE;
    }
}
