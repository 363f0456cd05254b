package io.opspipeline.alpaca.access;

import io.opspipeline.ports.alert.Alerts;
import io.opspipeline.ports.time.Pause;
import io.opspipeline.ports.time.StreamFrames;
import io.opspipeline.ports.time.Timers;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/// What the running process lends to the client.
///
/// @param clock the time that limits, breakers and back-offs decide on
/// @param timers calls the streams back to connect again
/// @param pause waits between tries of a read
/// @param frames is told of every stream frame that has been handled
/// @param alerts is told when credentials or a subscription are refused
public record Surroundings(
        Clock clock, Timers timers, Pause pause, StreamFrames frames, Alerts alerts) {

    /// The time zone of the exchange.
    public static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    /// Today's date in New York.
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), NEW_YORK);
    }
}
