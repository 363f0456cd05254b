package io.opspipeline.domain.denial;

/// Who said no.
public enum Denier {
    /// The signal's own life was over.
    SIGNAL("the signal's own life"),
    /// A gate that looks at the account.
    ACCOUNT_GATE("a gate over the account"),
    /// The choice of a contract and its size.
    CONTRACT_CHOICE("the choice of a contract"),
    /// A gate that looks at the planned order.
    PLAN_GATE("a gate over the plan"),
    /// We did, while an entry was worked.
    ENTRY_WORK("our work on an entry"),
    /// We did, while a position was closed.
    CLOSE_WORK("our work on a close"),
    /// The limit of requests, ours or the broker's.
    REQUEST_LIMIT("the limit of requests"),
    /// What the way to the broker needs: keys and a connection.
    CONNECTION("the way to the broker"),
    /// The broker, by the answer to a request.
    BROKER("the broker's answer"),
    /// The broker, by an event after it had taken the order.
    BROKER_EVENT("a later event of the broker"),
    /// Nobody: whether the broker took it is not known.
    NOBODY("nobody knows yet");

    private final String inWords;

    Denier(String inWords) {
        this.inWords = inWords;
    }

    /// For people.
    public String inWords() {
        return inWords;
    }
}
