package io.opspipeline.reliability.submit;

import io.opspipeline.exchange.venue.Faults.AnswerFault;
import io.opspipeline.exchange.venue.Faults.RequestFault;

/// Why nobody knows what became of a submit.
public enum Ambiguity {
    /// The connection breaks before the broker has the order.
    CUT_BEFORE("connection cut, not taken", RequestFault.CUT, AnswerFault.NONE),
    /// 503 from the edge.
    UNAVAILABLE("503, not taken", RequestFault.UNAVAILABLE, AnswerFault.NONE),
    /// No answer comes in time.
    TIME_OUT("time-out, taken", RequestFault.NONE, AnswerFault.LOST),
    /// The connection breaks before the answer.
    CUT_AFTER("connection cut, taken", RequestFault.NONE, AnswerFault.CUT),
    /// 504 from the edge.
    GATEWAY_TIME_OUT("504, taken", RequestFault.NONE, AnswerFault.GATEWAY_TIMEOUT),
    /// 200 with a body that is no JSON.
    UNREADABLE("unreadable body, taken", RequestFault.NONE, AnswerFault.UNREADABLE),
    /// The edge sends it twice and tells of the second, which is refused as a duplicate.
    REPEATED("sent twice by the edge, taken once", RequestFault.TWICE, AnswerFault.NONE),
    /// It is on its way while the first look-ups say 404, and arrives before the last.
    LATE("arrives between the look-ups", RequestFault.CUT, AnswerFault.NONE),
    /// It arrives when it was given up.
    AFTER_ALL("arrives after the last look-up", RequestFault.CUT, AnswerFault.NONE),
    /// The process dies with the order written and not sent.
    KILLED_BEFORE("process killed before the POST", RequestFault.NONE, AnswerFault.NONE),
    /// The process dies with the order sent and the answer not heard.
    KILLED_AFTER("process killed after the POST", RequestFault.NONE, AnswerFault.NONE);

    private final String words;
    private final RequestFault request;
    private final AnswerFault answer;

    Ambiguity(String words, RequestFault request, AnswerFault answer) {
        this.words = words;
        this.request = request;
        this.answer = answer;
    }

    /// For people.
    public String words() {
        return words;
    }

    RequestFault request() {
        return request;
    }

    AnswerFault answer() {
        return answer;
    }
}
