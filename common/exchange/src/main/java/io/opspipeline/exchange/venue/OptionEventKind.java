package io.opspipeline.exchange.venue;

/// What can happen to a contract besides a trade, in the protocol's words.
public enum OptionEventKind {
    /// It expired worthless.
    EXPIRED("OPEXP", "Option Expiry"),
    /// A long was exercised.
    EXERCISED("OPEXC", "Option Exercise"),
    /// A short was assigned.
    ASSIGNED("OPASN", "Option Assignment"),
    /// The shares of an exercise or an assignment, at the strike.
    SHARES("OPTRD", "Option Trade"),
    /// It was settled in cash.
    CASH("OPCSH", "Option Cash Settlement"),
    /// Its stock was split: it goes on as other contracts.
    ADJUSTED("OPCA", "Option Corporate Action");

    private final String word;
    private final String description;

    OptionEventKind(String word, String description) {
        this.word = word;
        this.description = description;
    }

    /// The protocol's word.
    public String word() {
        return word;
    }

    /// The words that go with it.
    public String description() {
        return description;
    }
}
