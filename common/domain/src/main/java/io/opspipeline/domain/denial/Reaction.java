package io.opspipeline.domain.denial;

/// What the system does after a denial. Nothing is sent again without a reason to.
public enum Reaction {
    /// An entry is over. What must be sold is offered again.
    ENDS(
            "The entry is over, and nothing is sent again for its signal. A close is offered again after 1 s, doubled each time up to 64 s; a person is told of the first and the third refusal."),
    /// As ENDS, and a person is told the words.
    TELLS("As `ENDS`; a WARNING alert quotes the broker, so that the set can grow."),
    /// The very same order goes out later.
    REPEATS(
            "The same order goes out again under the same id: when the limit is reset and not before, or a second after it could not be sent. An entry whose next rung is due earlier ends. A cancel is asked for again at the next look into the books."),
    /// What became of it is read from the broker's books.
    LOOKS_UP(
            "Nothing is sent again. The broker's books are read until they tell what became of the order."),
    /// The account enters nothing until an operator says so.
    PAUSES(
            "The entry is over, the account becomes REDUCING until an operator resumes it, and a CRITICAL alert says why. A close is offered again every 64 s."),
    /// The broker's books are compared with ours first.
    COMPARES(
            "An entry is over. Before a close is offered again, the broker's positions are read, and no more is offered than it holds; pauses as in `ENDS`."),
    /// The market has to open first.
    WAITS("An entry is over. A close is offered again after 60 s, or in the next session.");

    private final String inWords;

    Reaction(String inWords) {
        this.inWords = inWords;
    }

    /// For people.
    public String inWords() {
        return inWords;
    }
}
