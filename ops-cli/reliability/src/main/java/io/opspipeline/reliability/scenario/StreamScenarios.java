package io.opspipeline.reliability.scenario;

import static io.opspipeline.reliability.scenario.Acts.cutOrderStreams;
import static io.opspipeline.reliability.scenario.Acts.cutQuoteStreams;
import static io.opspipeline.reliability.scenario.Acts.kill;
import static io.opspipeline.reliability.scenario.Acts.quote;
import static io.opspipeline.reliability.scenario.Acts.signal;
import static io.opspipeline.reliability.scenario.Acts.silence;
import static io.opspipeline.reliability.scenario.Acts.start;
import static io.opspipeline.reliability.scenario.BrokerActs.skew;
import static io.opspipeline.reliability.scenario.Given.ALFA;
import static io.opspipeline.reliability.scenario.Given.CALL;
import static io.opspipeline.reliability.scenario.Given.entry;
import static io.opspipeline.reliability.scenario.Given.exit;
import static io.opspipeline.reliability.scenario.Given.ladder;

import io.opspipeline.domain.signal.Action;
import io.opspipeline.exchange.fault.EventFaults;
import io.opspipeline.exchange.fault.RequestFaults;
import io.opspipeline.exchange.venue.Faults.EventFault;
import io.opspipeline.reliability.world.Role;
import java.time.Duration;
import java.util.List;

/// What goes wrong on the streams of orders and quotes.
final class StreamScenarios {

    private StreamScenarios() {}

    static List<Scenario> all() {
        return List.of(
                entry(
                                "MUTE-SOCKET",
                                "the socket stays open and tells nothing of the entry: the stream is opened again, and the position is there")
                        .fault(EventFaults.eventsBetween(60, 120, EventFault.LOST))
                        .ends(
                                "09:43:30",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                position large ALFA261210C00100000 OPEN 4 of 4
                                alert    CRITICAL the stream is mute: it did not tell that large:ALFA:29918320:CALL:1 is FILLED; it is opened again
                                """),
                ladder(
                                "MUTE-SOCKET-WHILE-WORKING",
                                "nothing is heard of a whole ladder: answers and books are enough, and a person is told")
                        .fault(EventFaults.eventsBetween(60, 120, EventFault.LOST))
                        .ends(
                                "09:43:30",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.47 CANCELED 0
                                order    large buy 4 ALFA261210C00100000 @2.48 CANCELED 0
                                order    large buy 4 ALFA261210C00100000 @2.49 CANCELED 0
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                position large ALFA261210C00100000 OPEN 4 of 4
                                alert    CRITICAL the stream is mute: it did not tell that large:ALFA:29918320:CALL:1 is CANCELED; it is opened again
                                """),
                exit(
                                "MUTE-SOCKET-ON-EXIT",
                                "the fill of the exit is never told: the books tell it, and nothing is sold twice")
                        .fault(EventFaults.eventsBetween(120, 180, EventFault.LOST))
                        .ends(
                                "09:44:30",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                order    large sell 4 ALFA261210C00100000 @1.7 FILLED 4 at 1.7
                                position large ALFA261210C00100000 CLOSED 0 of 4, STOP_LOSS -320.39476
                                alert    CRITICAL the stream is mute: it did not tell that large:ALFA261210C00100000:1795099262:STOP_LOSS:1 is FILLED; it is opened again
                                """),
                exit(
                                "SECOND-CONNECTION-KICKED",
                                "another client takes the only connection to the quotes: snapshots step in, and the stop still sells (incident 54)")
                        .fault(EventFaults.seatsTakenBetween(100, 240))
                        .at("09:41:45", cutQuoteStreams())
                        .ends(
                                "09:44:30",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                order    large sell 4 ALFA261210C00100000 @1.7 FILLED 4 at 1.7
                                position large ALFA261210C00100000 CLOSED 0 of 4, STOP_LOSS -320.39476
                                alert    WARNING Alpaca refuses a stream of option quotes to account large: connection limit exceeded
                                alert    CRITICAL the stream of option quotes is down since 2026-11-19T14:41:45Z: error 406 connection limit exceeded; exits run on snapshots
                                """),
                entry(
                                "SECOND-CONNECTION-AT-START",
                                "the only connection to the quotes is taken from the start: what is held is watched by snapshots, and a person is told")
                        .fault(EventFaults.seatsTakenBetween(0, 150))
                        .ends(
                                "09:43:30",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                position large ALFA261210C00100000 OPEN 4 of 4
                                alert    WARNING Alpaca refuses a stream of option quotes to account large: connection limit exceeded
                                alert    CRITICAL the stream of option quotes is down since 2026-11-19T14:40:00Z: error 406 connection limit exceeded; exits run on snapshots
                                """),
                entry(
                                "RECONNECT-STORM-429",
                                "the order stream is cut and refused for a minute: no entry meanwhile, and then all is well without a person")
                        .fault(EventFaults.streamsRefusedBetween(20, 110))
                        .at("09:40:20", cutOrderStreams())
                        .at("09:44:02", signal(ALFA, Action.BUY_CALL))
                        .ends(
                                "09:45:30",
                                """
                                signal   large ALFA SKIPPED: STREAM_READY
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                position large ALFA261210C00100000 OPEN 4 of 4
                                """),
                exit(
                                "RECONNECT-STORM-ON-EXIT",
                                "both streams are cut and refused while the stop is reached: snapshots fire it, answers and books close it")
                        .fault(EventFaults.streamsRefusedBetween(110, 170))
                        .at("09:41:50", cutOrderStreams())
                        .at("09:41:50", cutQuoteStreams())
                        .ends(
                                "09:44:30",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                order    large sell 4 ALFA261210C00100000 @1.7 FILLED 4 at 1.7
                                position large ALFA261210C00100000 CLOSED 0 of 4, STOP_LOSS -320.39476
                                alert    CRITICAL the stream of option quotes is down since 2026-11-19T14:41:50Z: the handshake was refused: 429; exits run on snapshots
                                """),
                entry(
                                "AUTH-REVOKED",
                                "the key is revoked for a minute: nothing is sent, a person is told, and it ends by itself (incident 76)")
                        .fault(RequestFaults.keysRevokedBetween(50, 110))
                        .at("09:44:02", signal(ALFA, Action.BUY_CALL))
                        .ends(
                                "09:45:30",
                                """
                                signal   large ALFA SKIPPED: ACCOUNT_STATUS
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                position large ALFA261210C00100000 OPEN 4 of 4
                                alert    CRITICAL Alpaca refuses the credentials of account large (GET /v2/positions)
                                """),
                exit(
                                "AUTH-REVOKED-WHILE-HELD",
                                "the key is revoked when the stop is reached: the position is sold as soon as the key is accepted again")
                        .fault(RequestFaults.keysRevokedBetween(110, 180))
                        .ends(
                                "09:45:30",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                order    large sell 4 ALFA261210C00100000 @1.7 REJECTED 0: refused 401/40110000: request is not authorized
                                order    large sell 4 ALFA261210C00100000 @1.7 REJECTED 0: refused 401/40110000: request is not authorized
                                order    large sell 4 ALFA261210C00100000 market FILLED 4 at 1.7
                                position large ALFA261210C00100000 CLOSED 0 of 4, STOP_LOSS -320.39476
                                alert    CRITICAL Alpaca refuses the credentials of account large (GET /v2/orders)
                                alert    WARNING the close of ALFA261210C00100000 under STOP_LOSS was refused 1 times: CREDENTIALS_REFUSED: refused 401/40110000: request is not authorized
                                """),
                ladder(
                                "ORDER-STREAM-DOWN-WHILE-SENDING",
                                "the order stream ends between two rungs: answers and books carry the ladder to its end")
                        .fault(EventFaults.streamsRefusedBetween(64, 100))
                        .at("09:41:04", cutOrderStreams())
                        .ends(
                                "09:43:30",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.47 CANCELED 0
                                order    large buy 4 ALFA261210C00100000 @2.48 CANCELED 0
                                order    large buy 4 ALFA261210C00100000 @2.49 CANCELED 0
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                position large ALFA261210C00100000 OPEN 4 of 4
                                """),
                exit(
                                "ORDER-STREAM-DOWN-ON-EXIT",
                                "the order stream ends just before the stop sells: the exit goes on without it")
                        .fault(EventFaults.streamsRefusedBetween(115, 160))
                        .at("09:41:55", cutOrderStreams())
                        .ends(
                                "09:44:30",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                order    large sell 4 ALFA261210C00100000 @1.7 FILLED 4 at 1.7
                                position large ALFA261210C00100000 CLOSED 0 of 4, STOP_LOSS -320.39476
                                """),
                ladder(
                                "DUP-MESSAGES-ON-RESUBSCRIBE",
                                "after a new subscription every event comes twice: nothing is booked twice (incident 42)")
                        .fault(EventFaults.events(_ -> true, EventFault.TWICE))
                        .at("09:40:30", cutOrderStreams())
                        .at("09:42:30", quote(CALL, "1.70", "1.76"))
                        .ends(
                                "09:43:30",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.47 CANCELED 0
                                order    large buy 4 ALFA261210C00100000 @2.48 CANCELED 0
                                order    large buy 4 ALFA261210C00100000 @2.49 CANCELED 0
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                order    large sell 4 ALFA261210C00100000 @1.7 FILLED 4 at 1.7
                                position large ALFA261210C00100000 CLOSED 0 of 4, STOP_LOSS -320.39476
                                """),
                ladder(
                                "LATE-MESSAGES-ON-RESUBSCRIBE",
                                "after a new subscription every event comes late and out of its order: nothing is booked twice")
                        .fault(EventFaults.events(_ -> true, EventFault.LATE))
                        .at("09:41:08", cutOrderStreams())
                        .at("09:42:30", quote(CALL, "1.70", "1.76"))
                        .ends(
                                "09:43:30",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.47 CANCELED 0
                                order    large buy 4 ALFA261210C00100000 @2.48 CANCELED 0
                                order    large buy 4 ALFA261210C00100000 @2.49 CANCELED 0
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                order    large sell 4 ALFA261210C00100000 @1.7 FILLED 4 at 1.7
                                position large ALFA261210C00100000 CLOSED 0 of 4, STOP_LOSS -320.39476
                                """),
                exit(
                                "CLOCK-SKEW",
                                "the clock that stamps quotes is 40 s behind: what is seen counts when it is seen")
                        .at("09:40:30", skew(Duration.ofSeconds(-40)))
                        .ends(
                                "09:43:30",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                order    large sell 4 ALFA261210C00100000 @1.7 FILLED 4 at 1.7
                                position large ALFA261210C00100000 CLOSED 0 of 4, STOP_LOSS -320.39476
                                """),
                entry(
                                "CLOCK-SKEW-AHEAD",
                                "the clock that stamps quotes is two minutes ahead: what is not seen any more is not taken for fresh")
                        .at("09:40:30", skew(Duration.ofSeconds(120)))
                        .at("09:42:00", silence(CALL.toString()))
                        .ends(
                                "09:43:30",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                position large ALFA261210C00100000 OPEN 4 of 4
                                alert    CRITICAL ALFA261210C00100000 has had no usable quote since 2026-11-19T14:41:57Z
                                """),
                ladder(
                                "GAP-DURING-RECONNECT",
                                "the entry fills while the stream is down: the books tell it at the connect (incident 42)")
                        .fault(EventFaults.streamsRefusedBetween(74, 90))
                        .at("09:41:14", cutOrderStreams())
                        .ends(
                                "09:43:30",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.47 CANCELED 0
                                order    large buy 4 ALFA261210C00100000 @2.48 CANCELED 0
                                order    large buy 4 ALFA261210C00100000 @2.49 CANCELED 0
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                position large ALFA261210C00100000 OPEN 4 of 4
                                """),
                exit(
                                "GAP-DURING-RESTART",
                                "the exit fills while trade-stream is dead: it learns of it at its start")
                        .at("09:41:58", kill(Role.TRADE_STREAM))
                        .at("09:42:40", start(Role.TRADE_STREAM))
                        .ends(
                                "09:44:30",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                order    large sell 4 ALFA261210C00100000 @1.7 FILLED 4 at 1.7
                                position large ALFA261210C00100000 CLOSED 0 of 4, STOP_LOSS -320.39476
                                """));
    }
}
