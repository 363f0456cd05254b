package io.opspipeline.exchange.venue;

import static io.opspipeline.exchange.venue.BoardMarket.CALL;
import static io.opspipeline.exchange.venue.BoardMarket.CALL_105;
import static io.opspipeline.exchange.venue.BoardMarket.CALL_TODAY;
import static io.opspipeline.exchange.venue.BoardMarket.CALL_TODAY_105;
import static io.opspipeline.exchange.venue.BoardMarket.PUT;
import static io.opspipeline.exchange.venue.BoardMarket.STOCK;
import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.order.Side;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every refusal of a spread, with the documented status, code and words.
class SpreadRefusalTest {

    private static final long LATE = (6 * 60 + 5) * 60;

    private final BoardMarket market =
            new BoardMarket()
                    .quote(CALL, 0, "2.00", "2.10")
                    .quote(CALL_105, 0, "0.80", "0.90")
                    .quote(CALL_TODAY, 0, "2.00", "2.10")
                    .quote(CALL_TODAY_105, 0, "0.80", "0.90")
                    .quote(PUT, 0, "2.00", "2.10");
    private final Trader trader = Trader.ofSpreads(market, Trader.settings(0, 0), Faults.none());

    @ParameterizedTest
    @CsvSource({
        "'+1 ACME250620C00100000', 422, 42210000, 'mleg orders must have 2 to 4 legs, were 1'",
        "'+2 ACME250620C00100000,-4 ACME250620C00105000', 422, 42210000, 'leg ratio quantities should be relatively prime'",
        "'+1 ACME250620C00100000,-1.5 ACME250620C00105000', 422, 42210000, 'leg ratio_qty must be a whole number above 0'",
        "'+1 ACME250620C00100000,-1 ACME', 422, 42210000, 'equity legs are allowed only with a corresponding amount of call contracts'",
        "'+1 ACME250620C00100000,-1 ACME250620C00100000', 422, 42210000, 'rolling contracts ambiguity'",
        "'+1 ACME250620C00100000,-1 ACMX250620C00105000', 422, 42210000, 'underlying asset mismatch: ACME != ACMX'",
        "'+1 ACME250620C00100000,-1 ACME250620C00999000', 422, 42210000, 'asset not found for ACME250620C00999000'",
        "'+1 ACME250620C00100000,-1 ACME250620C00105000 x', 422, 42210000, 'position intent mismatch, inferred: sell_to_open, specified: sell_to_close'",
        "'+1 ACME250620C00100000,-2 ACME250620C00105000', 403, 40310000, 'account not eligible to trade uncovered option contracts'",
        "'+1 ACME250620C00100000,-1 ACME250620P00100000', 403, 40310000, 'account not eligible to trade uncovered option contracts'",
        "'+1 ACME250620C00100000,-1 ACME250612C00105000', 403, 40310000, 'account not eligible to trade uncovered option contracts'"
    })
    void legs(String legs, int status, int code, String message) {
        Refusal refusal = refused(Spreads.limit("a", 1, "1.30", legs.split(",", -1)));
        assertThat(refusal.message()).isEqualTo(message);
        assertThat(refusal.reason().httpStatus()).isEqualTo(status);
        assertThat(refusal.reason().code()).isEqualTo(code);
        assertThat(trader.venue().placed(Trader.ACCOUNT)).isEmpty();
    }

    @Test
    void prices() {
        assertThat(refused(Spreads.limit("a", 1, "1.301", debit())).message())
                .isEqualTo("invalid limit price");
        SpreadSubmission market = Spreads.market("a", 1, debit());
        assertThat(refused(priced(market, Optional.of(BigDecimal.ONE))).message())
                .isEqualTo("limit price is only valid for limit orders");
        SpreadSubmission limit = Spreads.limit("a", 1, "1", debit());
        assertThat(refused(priced(limit, Optional.empty())).message())
                .isEqualTo("limit price is required for limit orders");
    }

    @Test
    void intentIsRequired() {
        SpreadSubmission sent = Spreads.limit("a", 1, "1.30", debit());
        SpreadSubmission.Leg first = sent.legs().getFirst();
        SpreadSubmission without =
                new SpreadSubmission(
                        sent.clientOrderId(),
                        List.of(
                                sent.legs().getLast(),
                                new SpreadSubmission.Leg(
                                        first.symbol(),
                                        first.ratio(),
                                        first.side(),
                                        Optional.empty())),
                        sent.quantity(),
                        sent.type(),
                        sent.limitPrice());
        assertThat(refused(without).message()).isEqualTo("leg.1 position intent is required");
    }

    @Test
    void levelThreeIsNeeded() {
        Trader levelTwo = Trader.on(market);
        assertThat(levelTwo.venue().submit(Trader.ACCOUNT, Spreads.limit("a", 1, "1.30", debit())))
                .isEqualTo(
                        new SpreadAnswer.Refused(
                                RefusalReason.LEVEL_TOO_LOW.says(
                                        "account not eligible to trade spreads or uncovered contracts")));
    }

    @Test
    void theMarketMustBeOpenForAMarketOrder() {
        trader.atClose();
        assertThat(refused(Spreads.market("a", 1, debit())).message())
                .isEqualTo("options market orders are only allowed during market hours");
    }

    @Test
    void nothingIsOpenedNearItsEnd() {
        trader.at(LATE);
        assertThat(
                        refused(
                                        Spreads.limit(
                                                "a",
                                                1,
                                                "1.30",
                                                "+1 " + CALL_TODAY,
                                                "-1 " + CALL_TODAY_105))
                                .message())
                .isEqualTo(
                        "contract \""
                                + CALL_TODAY
                                + "\" expires soon, unable to open new positions");
    }

    @Test
    void nameWorksOnceForOrdersAndSpreads() {
        trader.buys("a", CALL, 1, "1.00");
        assertThat(refused(Spreads.limit("a", 1, "1.20", debit())).reason())
                .isEqualTo(RefusalReason.DUPLICATE_CLIENT_ORDER_ID);
    }

    @Test
    void couldNotTradeWithTheAccountsOwnOrder() {
        trader.spread("a", 1, "1.20", debit());
        Refusal order =
                ((SubmitAnswer.Refused)
                                trader.send(Trader.limit("b", Side.BUY, CALL_105, "1", "0.10")))
                        .refusal();
        Refusal spread = refused(Spreads.limit("c", 1, "-1.20", "-1 " + CALL, "+1 " + CALL_105));
        assertThat(order.reason()).isEqualTo(RefusalReason.WASH_TRADE);
        assertThat(spread.reason()).isEqualTo(RefusalReason.WASH_TRADE);
    }

    @Test
    void closesNoMoreThanThereIs() {
        trader.spread("a", 2, "1.30", debit());
        assertThat(
                        refused(
                                        Spreads.limit(
                                                "b",
                                                3,
                                                "-1.00",
                                                "-1 " + CALL + " x",
                                                "+1 " + CALL_105 + " x"))
                                .message())
                .isEqualTo("insufficient qty available for order (requested: 3, available: 2)");
    }

    @Test
    void stockIsNoSpread() {
        assertThat(refused(Spreads.limit("a", 1, "1", "+1 " + STOCK, "-1 " + CALL)).reason())
                .isEqualTo(RefusalReason.INVALID_LEGS);
    }

    private static String[] debit() {
        return new String[] {"+1 " + CALL, "-1 " + CALL_105};
    }

    private static SpreadSubmission priced(SpreadSubmission sent, Optional<BigDecimal> limit) {
        return new SpreadSubmission(
                sent.clientOrderId(), sent.legs(), sent.quantity(), sent.type(), limit);
    }

    private Refusal refused(SpreadSubmission submission) {
        return ((SpreadAnswer.Refused) trader.venue().submit(Trader.ACCOUNT, submission)).refusal();
    }
}
