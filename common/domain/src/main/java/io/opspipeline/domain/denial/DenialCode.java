package io.opspipeline.domain.denial;

import io.opspipeline.domain.gate.GateCode;
import io.opspipeline.domain.gate.SkipCode;

/// Why something was denied: who said no, what it means, what the system does next, and what an
/// operator can do. A closed set: whatever the broker says that is not listed is [#BROKER_REFUSED],
/// and a person is told.
public enum DenialCode {
    SIGNAL_EXPIRED(
            Denier.SIGNAL,
            Reaction.ENDS,
            "The signal's time was over before the account's dispatcher took it.",
            "Nothing, once. When it happens often, look with `status` whether the dispatcher keeps up."),
    SIGNAL_SUPERSEDED(
            Denier.SIGNAL,
            Reaction.ENDS,
            "A newer signal of the ticker took its place before it was taken.",
            "Nothing."),
    ENTRY_WINDOW(
            Denier.ACCOUNT_GATE,
            Reaction.ENDS,
            "The time is outside of the entry window: by default open + 5 min to close - 15 min of a session.",
            "Nothing."),
    TRADING_STATE(
            Denier.ACCOUNT_GATE,
            Reaction.ENDS,
            "The account is REDUCING, HALTED or disabled, or a stored setting is refused.",
            "`status` says why and until when; `resume` ends a pause, `config undo` takes back a setting."),
    STREAM_READY(
            Denier.ACCOUNT_GATE,
            Reaction.ENDS,
            "The trading stream gave no sign of life for 30 s (by default), or was not compared with the books since it connected.",
            "See whether trade-stream runs and the broker's stream is up; entries go on by themselves."),
    SIGNAL_FRESH(
            Denier.ACCOUNT_GATE,
            Reaction.ENDS,
            "The signal or the newest stored bar of its ticker is too old, or trading in the ticker is halted.",
            "See whether telemetry runs and the feed brings bars; a trading halt ends by itself."),
    CONFIDENCE(
            Denier.ACCOUNT_GATE,
            Reaction.ENDS,
            "The signal's confidence, or its volume for DAY, is below what the strategy asks for.",
            "Nothing, or another threshold with `config set`."),
    ACTION_ALLOWED(
            Denier.ACCOUNT_GATE,
            Reaction.ENDS,
            "The account may not buy what the signal says, such as stock under options-only.",
            "Nothing, or `mode hybrid`, which lets every account buy stock."),
    DAILY_LOSS(
            Denier.ACCOUNT_GATE,
            Reaction.ENDS,
            "Today's loss has reached the account's limit, or is not known: a held position has no mid or no basis.",
            "Nothing: entries go on in the next session. When `why` says `missing`, see the alerts; they go on once the position has a quote, or is sold."),
    MAX_POSITIONS(
            Denier.ACCOUNT_GATE,
            Reaction.ENDS,
            "As many positions as allowed are open or being entered.",
            "Nothing, or `account NAME --positions N`."),
    TICKER_COOLDOWN(
            Denier.ACCOUNT_GATE,
            Reaction.ENDS,
            "The account entered this ticker less than 15 min ago (by default).",
            "Nothing."),
    TICKER_DAILY(
            Denier.ACCOUNT_GATE,
            Reaction.ENDS,
            "The account entered this ticker as often today as allowed.",
            "Nothing."),
    ACCOUNT_DAILY(
            Denier.ACCOUNT_GATE,
            Reaction.ENDS,
            "The account made as many entries today as allowed.",
            "Nothing, or `account NAME --entries N`."),
    PACE(
            Denier.ACCOUNT_GATE,
            Reaction.ENDS,
            "The account's last entry is less than 10 min ago (by default).",
            "Nothing."),
    DUPLICATE_POSITION(
            Denier.ACCOUNT_GATE,
            Reaction.ENDS,
            "A position in the ticker is open or being entered.",
            "Nothing."),
    CLUSTER(
            Denier.ACCOUNT_GATE,
            Reaction.ENDS,
            "As many positions of this sector and direction as allowed are open or being entered.",
            "Nothing."),
    ACCOUNT_STATUS(
            Denier.ACCOUNT_GATE,
            Reaction.ENDS,
            "The broker shows the account as not active, blocked, below options level 2 or under another number than registered, or does not answer.",
            "`doctor` says which; look at the account in the broker's dashboard."),
    NO_EXPIRY(
            Denier.CONTRACT_CHOICE,
            Reaction.ENDS,
            "No contract expires within the days that the strategy trades.",
            "Nothing."),
    NO_CONTRACT(
            Denier.CONTRACT_CHOICE,
            Reaction.ENDS,
            "No contract passed the checks, of which `why` shows the one that each failed; or price or chain could not be read, and `why` lists none.",
            "Nothing. When none is listed, see whether the feed answers: `doctor`."),
    SIZE_ZERO(
            Denier.CONTRACT_CHOICE,
            Reaction.ENDS,
            "One contract costs more than the risk per trade allows.",
            "Nothing: the size is never forced to one."),
    EXIT_ROOM(
            Denier.PLAN_GATE,
            Reaction.ENDS,
            "Less than 30 min (by default) are left until the position would have to be closed.",
            "Nothing."),
    COST(
            Denier.PLAN_GATE,
            Reaction.ENDS,
            "Spread and fees of the round trip are too large a part of the price.",
            "Nothing."),
    MAX_EXPOSURE(
            Denier.PLAN_GATE,
            Reaction.ENDS,
            "With this entry more money would be at work than allowed.",
            "Nothing, or `account NAME --exposure USD`."),
    RISK_BUDGET(
            Denier.PLAN_GATE,
            Reaction.ENDS,
            "With this entry more could be lost today than the daily limit.",
            "Nothing, or `account NAME --daily-loss USD`."),
    BUYING_POWER(
            Denier.PLAN_GATE,
            Reaction.ENDS,
            "The options buying power that the broker shows does not cover the cost, or the account could not be read.",
            "Deposit money, or look what holds it."),
    ENTRIES_STOPPED(
            Denier.ENTRY_WORK,
            Reaction.ENDS,
            "The account was paused, halted or disabled while the entry was worked, or what it had bought was sold again.",
            "`status` says why; `resume` ends a pause. Nothing after a sale."),
    NO_USABLE_QUOTE(
            Denier.ENTRY_WORK,
            Reaction.ENDS,
            "There was no usable quote for the next order of the entry.",
            "Nothing, once. When it happens often, see whether the feed brings quotes."),
    ABOVE_PLAN_CEILING(
            Denier.ENTRY_WORK,
            Reaction.ENDS,
            "The price ran above 1.03 times the plan price, or left no room for an order.",
            "Nothing."),
    LADDER_ENDED(
            Denier.ENTRY_WORK,
            Reaction.ENDS,
            "Nobody sold at any rung of the price ladder within 20 s.",
            "Nothing."),
    WOUND_UP(
            Denier.ENTRY_WORK,
            Reaction.ENDS,
            "The process that worked the entry is gone, or a step of it broke; its order was cancelled, not climbed.",
            "Nothing, once. When it happens often, see why the dispatcher restarts, or what its log says broke."),
    CLOSE_REPLACED(
            Denier.CLOSE_WORK,
            Reaction.ENDS,
            "A close that had not gone out yet gave way to a more urgent one.",
            "Nothing."),
    NOT_HELD_AT_BROKER(
            Denier.CLOSE_WORK,
            Reaction.COMPARES,
            "The broker's books do not hold what is to be sold, after it refused to sell it.",
            "Look whether the position was closed elsewhere; trade-stream ends it after three comparisons."),
    CLOSE_BROKE(
            Denier.CLOSE_WORK,
            Reaction.ENDS,
            "A step of a close failed in our own code.",
            "See the log beside the alert; the close goes on by itself. When it happens again, `halt`."),
    SESSION_OVER(
            Denier.CLOSE_WORK,
            Reaction.WAITS,
            "The session ended before the position was sold.",
            "Nothing: its exits are judged anew in the next session."),
    REQUEST_LIMIT(
            Denier.REQUEST_LIMIT,
            Reaction.REPEATS,
            "Our own limiter held the request back so that the broker's limit is kept.",
            "Nothing. When it happens often, let fewer services share the key."),
    RATE_LIMITED(
            Denier.REQUEST_LIMIT,
            Reaction.REPEATS,
            "The broker answered 429: too many requests.",
            "Nothing. When it happens often, look who else uses the key."),
    KEYS_UNUSABLE(
            Denier.CONNECTION,
            Reaction.REPEATS,
            "The account's keys cannot be read, or nobody says that they open its account; nothing was sent.",
            "See what the log says of the keys, and give the right pair to `init`; orders go on by themselves."),
    BROKER_UNREACHABLE(
            Denier.CONNECTION,
            Reaction.REPEATS,
            "No connection to the broker came about; nothing was sent.",
            "Nothing. When it lasts, look at the network and at the broker's status page."),
    CREDENTIALS_REFUSED(
            Denier.BROKER,
            Reaction.ENDS,
            "The broker does not accept the API key.",
            "Make a new key pair and give it to `init`; entries go on by themselves once the account can be read."),
    REQUEST_FORBIDDEN(
            Denier.BROKER,
            Reaction.TELLS,
            "The key is not allowed to do this, such as a live key at the paper host.",
            "Check key and mode with `doctor`; entries go on by themselves once the account can be read."),
    DATA_NOT_PERMITTED(
            Denier.BROKER,
            Reaction.ENDS,
            "The data plan of the account does not include this feed.",
            "Subscribe, or sign the OPRA agreement; `doctor` shows what the plan gives."),
    USER_SUSPENDED(
            Denier.BROKER,
            Reaction.PAUSES,
            "New orders are switched off by the account's own setting.",
            "Allow trading in the broker's dashboard, then `resume`."),
    ACCOUNT_SUSPENDED(
            Denier.BROKER,
            Reaction.PAUSES,
            "The broker has blocked or suspended the account, or it may not trade.",
            "Ask the broker, then `resume`."),
    LIQUIDATION_ONLY(
            Denier.BROKER,
            Reaction.PAUSES,
            "The broker lets the account close positions and nothing else.",
            "Meet the margin call or ask the broker, then `resume`."),
    OPTIONS_NOT_APPROVED(
            Denier.BROKER,
            Reaction.PAUSES,
            "The account is not approved for options.",
            "Apply for options at the broker, then `resume`."),
    LEVEL_TOO_LOW(
            Denier.BROKER,
            Reaction.PAUSES,
            "The options level of the account does not allow the order; long options need level 2.",
            "Raise the level at the broker, then `resume`."),
    ASSET_CLASS_NOT_ALLOWED(
            Denier.BROKER,
            Reaction.PAUSES,
            "The account may not trade this class of assets.",
            "Ask the broker, then `resume`."),
    UNCOVERED_OPTION(
            Denier.BROKER,
            Reaction.COMPARES,
            "The broker takes the sale for an uncovered short: it does not hold the contract.",
            "Look whether the position was closed or assigned elsewhere."),
    UNCOVERED_CALL(
            Denier.BROKER,
            Reaction.COMPARES,
            "Too few shares are free to cover the call that the sale would open.",
            "Look whether the position was closed or assigned elsewhere."),
    PUT_NOT_SECURED(
            Denier.BROKER,
            Reaction.COMPARES,
            "Too little money secures the put that the sale would open.",
            "Look whether the position was closed or assigned elsewhere."),
    SHORT_NOT_ALLOWED(
            Denier.BROKER,
            Reaction.COMPARES,
            "The sale would be a short, which the account may not do.",
            "Look whether the position was closed elsewhere."),
    INSUFFICIENT_QUANTITY(
            Denier.BROKER,
            Reaction.COMPARES,
            "Less is held, or free of other orders, than the order sells.",
            "Look for other orders in the symbol at the broker."),
    ASSIGNMENT_LOCK(
            Denier.BROKER,
            Reaction.COMPARES,
            "An assignment is under way that needs the long contracts.",
            "Wait for the assignment to settle."),
    INTENT_MISMATCH(
            Denier.BROKER,
            Reaction.COMPARES,
            "The broker infers another intent from its positions than the order states.",
            "Look whether the position was closed or opened elsewhere."),
    OPTIONS_BUYING_POWER(
            Denier.BROKER,
            Reaction.ENDS,
            "The options buying power does not cover the order.",
            "Deposit money, or look what holds it."),
    STOCK_BUYING_POWER(
            Denier.BROKER,
            Reaction.ENDS,
            "The buying power does not cover the order.",
            "Deposit money, or look what holds it."),
    DAY_TRADE_BUYING_POWER(
            Denier.BROKER,
            Reaction.ENDS,
            "The buying power for day trades is used up.",
            "Wait for the next session, or deposit money."),
    DAY_TRADE_RULE(
            Denier.BROKER,
            Reaction.PAUSES,
            "The broker's day-trade or intraday-margin rule forbids the order.",
            "Read the broker's message, restore the equity, then `resume`."),
    WASH_TRADE(
            Denier.BROKER,
            Reaction.ENDS,
            "The order could trade with another one of the account on the other side.",
            "Look for other orders in the symbol at the broker."),
    EXPIRING_LIMIT(
            Denier.BROKER,
            Reaction.ENDS,
            "The account holds as many contracts that expire today as the broker allows.",
            "Nothing."),
    FEE_TERMS_REFUSED(
            Denier.BROKER,
            Reaction.TELLS,
            "The broker refuses commission or swap terms that we do not send.",
            "Read the words with `why`: the request differs from what we build."),
    SPREADS_DISABLED(
            Denier.BROKER, Reaction.ENDS, "The broker takes no spreads at the moment.", "Nothing."),
    MALFORMED_REQUEST(
            Denier.BROKER,
            Reaction.TELLS,
            "The broker cannot read the request.",
            "Read the words with `why`: this is a fault of ours."),
    CLIENT_ID_TAKEN(
            Denier.BROKER,
            Reaction.LOOKS_UP,
            "An order of this client id exists at the broker already.",
            "Nothing: the order is looked up."),
    CLIENT_ID_INVALID(
            Denier.BROKER,
            Reaction.TELLS,
            "The broker does not take the client id as a name.",
            "Read the words with `why`: this is a fault of ours."),
    CONTRACT_EXPIRED(
            Denier.BROKER,
            Reaction.ENDS,
            "The contract has expired.",
            "Nothing: trade-stream ends the position."),
    CONTRACT_EXPIRES_SOON(
            Denier.BROKER,
            Reaction.ENDS,
            "The contract is too near its end for the broker to open a position.",
            "Nothing."),
    INDEX_EXPIRY_CLOSED(
            Denier.BROKER,
            Reaction.ENDS,
            "The index option expires in the morning and trades no more.",
            "Nothing."),
    NOT_TRADABLE(
            Denier.BROKER,
            Reaction.ENDS,
            "The contract or stock is not active or not tradable.",
            "Nothing. When it is held, ask the broker."),
    SYMBOL_UNKNOWN(
            Denier.BROKER,
            Reaction.ENDS,
            "The broker knows no such contract or stock.",
            "Nothing. When it is held, look for a renamed or adjusted contract."),
    TRADING_HALTED(
            Denier.BROKER,
            Reaction.WAITS,
            "Trading in the symbol is halted.",
            "Nothing: a close goes on after the halt."),
    MARKET_CLOSED(
            Denier.BROKER,
            Reaction.WAITS,
            "The broker takes the order in market hours only.",
            "Nothing. In a session, see whether the clock is right."),
    PRICE_INCREMENT(
            Denier.BROKER,
            Reaction.TELLS,
            "The price has more decimals, or another step, than the symbol trades in.",
            "Read the words with `why`: prices are rounded before they are sent."),
    PRICE_INVALID(
            Denier.BROKER,
            Reaction.TELLS,
            "The limit price is missing, not wanted, or not above zero.",
            "Read the words with `why`: this is a fault of ours."),
    QUANTITY_INVALID(
            Denier.BROKER,
            Reaction.TELLS,
            "The quantity is not a whole number above zero.",
            "Read the words with `why`: this is a fault of ours."),
    ORDER_TOO_LARGE(
            Denier.BROKER,
            Reaction.ENDS,
            "The quantity or the value is above what the broker takes in one order.",
            "A lower limit: `account NAME --exposure USD`."),
    NOTIONAL_UNSUPPORTED(
            Denier.BROKER,
            Reaction.TELLS,
            "The order is by value, which the symbol is not traded by, or below the least value.",
            "Read the words with `why`: we send quantities."),
    FRACTION_UNSUPPORTED(
            Denier.BROKER,
            Reaction.TELLS,
            "The order is for a fraction, which the symbol is not traded in.",
            "Read the words with `why`: we send whole numbers."),
    EXTENDED_HOURS_UNSUPPORTED(
            Denier.BROKER,
            Reaction.TELLS,
            "The order is for extended hours, in which the symbol is not traded.",
            "Read the words with `why`: we send none."),
    TIME_IN_FORCE_UNSUPPORTED(
            Denier.BROKER,
            Reaction.TELLS,
            "The broker does not take the time in force.",
            "Read the words with `why`: we send day orders."),
    ORDER_TYPE_UNSUPPORTED(
            Denier.BROKER,
            Reaction.TELLS,
            "The broker does not take the order type.",
            "Read the words with `why`: we send limit and market orders."),
    ORDER_CLASS_UNSUPPORTED(
            Denier.BROKER,
            Reaction.TELLS,
            "The broker does not take the order class.",
            "Read the words with `why`: we send simple orders and spreads."),
    SPREAD_LEGS_INVALID(
            Denier.BROKER,
            Reaction.TELLS,
            "The legs do not make a spread that the broker takes.",
            "Look at the legs in the message."),
    ORDER_ENDED(
            Denier.BROKER,
            Reaction.LOOKS_UP,
            "The order has ended and cannot be cancelled.",
            "Nothing: its end is read from the books."),
    ORDER_UNKNOWN(
            Denier.BROKER,
            Reaction.LOOKS_UP,
            "The broker does not know the order that is to be cancelled.",
            "Nothing: the order is looked up by its client id."),
    LEG_NOT_CANCELABLE(
            Denier.BROKER,
            Reaction.LOOKS_UP,
            "A leg is not cancelled by itself, or spreads are not cancelled at the moment.",
            "Cancel the spread as a whole in the broker's dashboard."),
    POSITION_UNKNOWN(
            Denier.BROKER,
            Reaction.COMPARES,
            "The broker holds no such position.",
            "Look whether the position was closed or assigned elsewhere."),
    NO_EXERCISE_TOO_EARLY(
            Denier.BROKER,
            Reaction.TELLS,
            "A wish not to exercise is taken on the day of expiry only.",
            "Give it on the day of expiry."),
    NO_EXERCISE_TOO_LATE(
            Denier.BROKER,
            Reaction.TELLS,
            "The wish not to exercise came after the broker's deadline.",
            "Call the broker at once: what is in the money will be exercised."),
    NO_EXERCISE_UNSUPPORTED(
            Denier.BROKER,
            Reaction.TELLS,
            "The wish not to exercise does not apply to the contract.",
            "Nothing, or call the broker."),
    ENDPOINT_UNKNOWN(
            Denier.BROKER,
            Reaction.TELLS,
            "The broker knows no such request.",
            "Read the words with `why`: the broker's interface has changed."),
    BROKER_REFUSED(
            Denier.BROKER,
            Reaction.TELLS,
            "The broker refused in words that no other code stands for.",
            "Read the words; they deserve a code in `Refusals`."),
    REJECTED_LATER(
            Denier.BROKER_EVENT,
            Reaction.ENDS,
            "The broker or a venue rejected the order after it was taken.",
            "Read the words with `why`."),
    CANCELED_AT_BROKER(
            Denier.BROKER_EVENT,
            Reaction.ENDS,
            "The order was cancelled, but not by us.",
            "Look who else works in the account."),
    EXPIRED_AT_BROKER(
            Denier.BROKER_EVENT,
            Reaction.ENDS,
            "The order's time was over at the broker.",
            "Nothing."),
    DONE_FOR_DAY(
            Denier.BROKER_EVENT,
            Reaction.ENDS,
            "The broker works the order no more today.",
            "Nothing: it is cancelled at the next step."),
    SUSPENDED_AT_BROKER(
            Denier.BROKER_EVENT,
            Reaction.ENDS,
            "The broker has suspended the order; it does not trade.",
            "Nothing: it is cancelled at the next step."),
    NO_ANSWER(
            Denier.NOBODY,
            Reaction.LOOKS_UP,
            "The request went out, and no answer came in time.",
            "Nothing: the order is looked up at 1, 2, 5, 10, 30 and 60 s."),
    BROKER_TIMEOUT(
            Denier.NOBODY,
            Reaction.LOOKS_UP,
            "The broker answered 408: it gave up waiting for the request.",
            "Nothing: the order is looked up."),
    BROKER_ERROR(
            Denier.NOBODY,
            Reaction.LOOKS_UP,
            "The broker answered 5xx: it may have taken the order all the same.",
            "Nothing: the order is looked up. When it lasts, see the broker's status page."),
    ANSWER_UNREADABLE(
            Denier.NOBODY,
            Reaction.LOOKS_UP,
            "The answer cannot be read, or is about something else.",
            "Nothing: the order is looked up."),
    UNANSWERED_INTENT(
            Denier.ENTRY_WORK,
            Reaction.LOOKS_UP,
            "The process died between the intent and the answer.",
            "Nothing: the order is looked up."),
    SUBMIT_LOST(
            Denier.ENTRY_WORK,
            Reaction.ENDS,
            "The broker did not know the order at the last look-up.",
            "Nothing: the id is watched until the session ends.");

    private final Denier denier;
    private final Reaction reaction;
    private final String meaning;
    private final String remedy;

    DenialCode(Denier denier, Reaction reaction, String meaning, String remedy) {
        this.denier = denier;
        this.reaction = reaction;
        this.meaning = meaning;
        this.remedy = remedy;
    }

    /// The code of a signal that was skipped.
    public static DenialCode of(SkipCode skipped) {
        return valueOf(skipped.name());
    }

    /// The code of a gate that failed.
    public static DenialCode of(GateCode gate) {
        return of(SkipCode.of(gate));
    }

    /// Who said no.
    public Denier denier() {
        return denier;
    }

    /// What the system does next.
    public Reaction reaction() {
        return reaction;
    }

    /// One sentence for people.
    public String meaning() {
        return meaning;
    }

    /// What an operator can do.
    public String remedy() {
        return remedy;
    }

    /// This denial in these words.
    public Denial says(String words) {
        return new Denial(this, words);
    }
}
