package io.opspipeline.alpaca.http;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/// One request to Alpaca in a flight recording, from its start to the end of its answer. Off unless
/// a recording enables it: `+io.opspipeline.AlpacaRequest#enabled=true` among the options of
/// `-XX:StartFlightRecording`.
@Name(RequestEvent.NAME)
@Label("Alpaca Request")
@Category({"ops-pipeline", "Broker"})
@Description("One request to Alpaca, from its start to the end of its answer")
@Enabled(false)
@StackTrace(false)
public final class RequestEvent extends Event {

    /// The name of the event in a recording.
    public static final String NAME = "io.opspipeline.AlpacaRequest";

    @Label("Method")
    String method = "";

    @Label("Path")
    @Description("Without the parameters")
    String path = "";

    @Label("Status")
    @Description("HTTP status; 0 when no answer came")
    int status;

    RequestEvent() {}

    /// Ends it, and puts it into the recordings that want it.
    void record(Request request, Outcome outcome) {
        end();
        if (shouldCommit()) {
            method = request.method();
            path = request.path();
            status = outcome instanceof Outcome.Answered(Answer answer) ? answer.status() : 0;
            commit();
        }
    }
}
