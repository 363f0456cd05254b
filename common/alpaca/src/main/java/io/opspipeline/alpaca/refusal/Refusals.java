package io.opspipeline.alpaca.refusal;

import io.opspipeline.domain.denial.DenialCode;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/// Reads an answer that is no success. Alpaca promises status and code, and few codes tell apart
/// what matters: nearly every 403 is 40310000, nearly every 422 is 42210000. So its words decide,
/// in the order of the list, and what they do not decide is unknown (Alpaca's error tables of
/// 2026-09, and messages that users have reported).
public final class Refusals {

    private static final int DAY_TRADE = 40_310_100;

    private static final List<Clause> CLAUSES =
            List.of(
                    clause(
                            DenialCode.CLIENT_ID_TAKEN,
                            "client[ _]order[ _]id.*(unique|exist|duplicate|already)|duplicate.*client[ _]order"),
                    clause(DenialCode.CLIENT_ID_INVALID, "client[ _]order[ _]id"),
                    clause(DenialCode.FEE_TERMS_REFUSED, "commission|swap_fee"),
                    clause(
                            DenialCode.USER_SUSPENDED,
                            "rejected by user request|(trading|trades?|orders?) (is|are) suspended|suspend(ed)? by user"),
                    clause(
                            DenialCode.LIQUIDATION_ONLY,
                            "liquidation only|closing transactions only|account is restricted|margin call|equity ratio"),
                    clause(
                            DenialCode.ACCOUNT_SUSPENDED,
                            "account.*(suspended|blocked|not allowed to trade|not authorized to trade$|not active|closed|disabled)|trading.*blocked"),
                    clause(
                            DenialCode.DAY_TRADE_RULE,
                            "pattern day trad|day trades? permitted|day trade.*(denied|forbidden|protection)|intraday margin"),
                    clause(DenialCode.DAY_TRADE_BUYING_POWER, "day ?trading buying power"),
                    clause(DenialCode.PUT_NOT_SECURED, "cash-secured put"),
                    clause(DenialCode.OPTIONS_BUYING_POWER, "insufficient options buying power"),
                    clause(
                            DenialCode.STOCK_BUYING_POWER,
                            "insufficient (regt |non.?marginable )?buying power|insufficient (cash|balance|funds)"),
                    clause(DenialCode.UNCOVERED_CALL, "covered call"),
                    clause(
                            DenialCode.LEVEL_TOO_LOW,
                            "spreads or uncovered|eligible for (options )?level|eligible to trade long option|options? level"),
                    clause(DenialCode.UNCOVERED_OPTION, "uncovered"),
                    clause(
                            DenialCode.OPTIONS_NOT_APPROVED,
                            "(authorized|eligible|allowed|enabled|approved) (to trade|for) options"),
                    clause(
                            DenialCode.ASSET_CLASS_NOT_ALLOWED,
                            "orders not allowed for account|not (allowed|eligible|permitted) to trade"),
                    clause(
                            DenialCode.SHORT_NOT_ALLOWED,
                            "(allowed|eligible) to short|cannot be sold short|not shortable|short sell(ing)? (is )?not"),
                    clause(
                            DenialCode.WASH_TRADE,
                            "wash trade|opposite side|cannot open a (long buy|short sell) while"),
                    clause(DenialCode.ASSIGNMENT_LOCK, "assignment lock"),
                    clause(DenialCode.EXPIRING_LIMIT, "contracts expiring today"),
                    clause(DenialCode.INSUFFICIENT_QUANTITY, "insufficient.*(qty|quantity)"),
                    clause(
                            DenialCode.LEG_NOT_CANCELABLE,
                            "leg order is already|cancel mleg order is disabled"),
                    clause(DenialCode.SPREADS_DISABLED, "mleg order is disabled"),
                    clause(DenialCode.DATA_NOT_PERMITTED, "subscription|opra agreement"),
                    clause(DenialCode.NO_EXERCISE_TOO_EARLY, "only accepted on the expiration day"),
                    clause(
                            DenialCode.NO_EXERCISE_TOO_LATE,
                            "(dne|exercise) requests are not accepted"),
                    clause(
                            DenialCode.NO_EXERCISE_UNSUPPORTED,
                            "not applicable|exercise.*(not allowed|cannot)|cannot exercise"),
                    clause(DenialCode.ORDER_ENDED, "order is already in|not cancell?able"),
                    clause(DenialCode.ORDER_UNKNOWN, "order not found"),
                    clause(DenialCode.POSITION_UNKNOWN, "position (does not exist|not found)"),
                    clause(DenialCode.ENDPOINT_UNKNOWN, "endpoint not found"),
                    clause(DenialCode.CONTRACT_EXPIRES_SOON, "expires soon"),
                    clause(DenialCode.INDEX_EXPIRY_CLOSED, "morning-expiration"),
                    clause(
                            DenialCode.SPREAD_LEGS_INVALID,
                            "\\blegs?\\b|rolling contracts|underlying asset mismatch|mleg"),
                    clause(DenialCode.CONTRACT_EXPIRED, "is expired|has expired"),
                    clause(DenialCode.TRADING_HALTED, "\\bhalt(ed)?\\b"),
                    clause(DenialCode.NOT_TRADABLE, "not (active|tradable|tradeable)|inactive"),
                    clause(
                            DenialCode.SYMBOL_UNKNOWN,
                            "(asset|contract|symbol).*not found|invalid (symbol|contract)"),
                    clause(DenialCode.FRACTION_UNSUPPORTED, "fractiona"),
                    clause(
                            DenialCode.MARKET_CLOSED,
                            "market hours|market is (not open|closed)|not open for trading"),
                    clause(DenialCode.INTENT_MISMATCH, "intent mismatch"),
                    clause(DenialCode.EXTENDED_HOURS_UNSUPPORTED, "extended[ _]hours"),
                    clause(DenialCode.TIME_IN_FORCE_UNSUPPORTED, "time[ _]in[ _]force"),
                    clause(DenialCode.ORDER_CLASS_UNSUPPORTED, "complex orders|order[ _]class"),
                    clause(DenialCode.ORDER_TYPE_UNSUPPORTED, "order[ _]type"),
                    clause(
                            DenialCode.ORDER_TOO_LARGE,
                            "(qty|notional).*must be <=|exceeds.*(maximum|max)"),
                    clause(DenialCode.NOTIONAL_UNSUPPORTED, "notional"),
                    clause(
                            DenialCode.PRICE_INCREMENT,
                            "sub-penny|pricing criteria|decimal places|increment"),
                    clause(
                            DenialCode.PRICE_INVALID,
                            "(limit|stop)[ _]price|limit orders require|market orders require no"),
                    clause(DenialCode.QUANTITY_INVALID, "\\b(qty|quantity)\\b"));

    private Refusals() {}

    /// Words that mean a code.
    private record Clause(DenialCode code, Pattern words) {}

    private static Clause clause(DenialCode code, String words) {
        return new Clause(code, Pattern.compile(words, Pattern.CASE_INSENSITIVE));
    }

    /// What an answer means that brought nothing of what was asked for.
    ///
    /// @param status HTTP
    /// @param code Alpaca's, when it gave one
    /// @param message Alpaca's words
    public static DenialCode read(int status, OptionalInt code, String message) {
        return switch (status) {
            case 401 -> DenialCode.CREDENTIALS_REFUSED;
            case 408 -> DenialCode.BROKER_TIMEOUT;
            case 429 -> DenialCode.RATE_LIMITED;
            default ->
                    switch (status / 100) {
                        case 4 -> refusal(status, code, message);
                        case 5 -> DenialCode.BROKER_ERROR;
                        default -> DenialCode.ANSWER_UNREADABLE;
                    };
        };
    }

    private static DenialCode refusal(int status, OptionalInt code, String message) {
        if (code.equals(OptionalInt.of(DAY_TRADE))) {
            return DenialCode.DAY_TRADE_RULE;
        }
        return CLAUSES.stream()
                .filter(clause -> clause.words().matcher(message).find())
                .map(Clause::code)
                .findFirst()
                .orElseGet(() -> byStatus(status, code));
    }

    private static DenialCode byStatus(int status, OptionalInt code) {
        return switch (status) {
            case 400 -> DenialCode.MALFORMED_REQUEST;
            case 403 -> code.isEmpty() ? DenialCode.REQUEST_FORBIDDEN : DenialCode.BROKER_REFUSED;
            default -> DenialCode.BROKER_REFUSED;
        };
    }
}
