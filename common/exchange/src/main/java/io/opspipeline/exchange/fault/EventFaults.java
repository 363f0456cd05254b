package io.opspipeline.exchange.fault;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.exchange.venue.Faults;
import io.opspipeline.exchange.venue.VenueEvent;
import java.time.Instant;
import java.util.function.Predicate;

/// Faults of what the streams tell.
public final class EventFaults {

    private EventFaults() {}

    /// Something happens to the events that are meant.
    public static FaultSwitch events(Predicate<VenueEvent> which, Faults.EventFault fault) {
        return FaultSwitch.of(
                "an event is " + fault,
                () ->
                        new Faults() {
                            @Override
                            public EventFault onEvent(VenueEvent event) {
                                return which.test(event) ? fault : EventFault.NONE;
                            }
                        });
    }

    /// Something happens to the events of a while.
    ///
    /// @param from seconds after the start
    /// @param until seconds after the start, first after it
    public static FaultSwitch eventsBetween(int from, int until, Faults.EventFault fault) {
        return new FaultSwitch(
                "an event of seconds %d to %d is %s".formatted(from, until, fault),
                start -> {
                    Window window = Window.of(start, from, until);
                    return new Faults() {
                        @Override
                        public EventFault onEvent(VenueEvent event) {
                            return window.holds(event.at()) ? fault : EventFault.NONE;
                        }
                    };
                });
    }

    /// For a while somebody else has every account's only connection to a stream of prices.
    ///
    /// @param from seconds after the start
    /// @param until seconds after the start, first after it
    public static FaultSwitch seatsTakenBetween(int from, int until) {
        return new FaultSwitch(
                "the seat at a stream is taken in seconds %d to %d".formatted(from, until),
                start -> {
                    Window window = Window.of(start, from, until);
                    return new Faults() {
                        @Override
                        public boolean takesSeat(AccountId account, Instant at) {
                            return window.holds(at);
                        }
                    };
                });
    }

    /// For a while streams are refused.
    ///
    /// @param from seconds after the start
    /// @param until seconds after the start, first after it
    public static FaultSwitch streamsRefusedBetween(int from, int until) {
        return new FaultSwitch(
                "a stream is refused in seconds %d to %d".formatted(from, until),
                start -> {
                    Window window = Window.of(start, from, until);
                    return new Faults() {
                        @Override
                        public boolean refusesStreams(Instant at) {
                            return window.holds(at);
                        }
                    };
                });
    }
}
