package io.opspipeline.positionmanager.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.market.QuoteFault;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.order.ExitReason;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkRuleTest {

    @ParameterizedTest
    @CsvSource({
        "1.86, 2.14, true", // 14 % of the mid
        "1.80, 2.10, false", // 15.4 % of the mid, more than twice the entry's spread
        "0.50, 0.66, true", // twice the spread of the entry
        "0.50, 0.67, false",
        "0.02, 0.04, true", // two ticks
    })
    @DisplayName("A-86: a quote counts up to the widest of three allowances")
    void judgesTheSpread(String bid, String ask, boolean usable) {
        assertThat(Scene.swing().sees(bid, ask, 0).marks().newest().isPresent()).isEqualTo(usable);
    }

    @ParameterizedTest
    @CsvSource({"15, true", "16, false"})
    @DisplayName("A-86, incident 37: a quote sighted more than 15 seconds ago is stale")
    void refusesStaleQuotes(long secondsAgo, boolean usable) {
        assertThat(Scene.swing().sees("2.00", secondsAgo).marks().newest().isPresent())
                .isEqualTo(usable);
    }

    @ParameterizedTest
    @CsvSource({"900, true", "901, false"})
    @DisplayName("fault STALE-QUOTE: a quote made more than 15 minutes ago counts no more")
    void refusesAQuoteThatIsOnlyRepeated(long secondsAgo, boolean usable) {
        Scene repeated = Scene.swing().repeats("2.00", "2.04", Scene.NOON.minusSeconds(secondsAgo));

        assertThat(repeated.marks().newest().isPresent()).isEqualTo(usable);
    }

    @ParameterizedTest
    @CsvSource({"0, true", "1, false"})
    @DisplayName("fault STALE-QUOTE: a quote from before the open is of another day")
    void refusesAQuoteOfAnotherDay(long secondsBefore, boolean usable) {
        Scene early = Scene.swing().at(Scene.SESSION.open().plusSeconds(300));
        Instant quotedAt = Scene.SESSION.open().minusSeconds(secondsBefore);

        assertThat(early.repeats("2.00", "2.04", quotedAt).marks().newest().isPresent())
                .isEqualTo(usable);
        assertThat(early.repeats("0", "0.05", quotedAt).marks().newest()).isEmpty();
    }

    @Test
    @DisplayName("fault STALE-QUOTE: while a feed only repeats its last quotes, we are blind")
    void isBlindOnAFeedThatStalls() {
        Instant stalled = Scene.NOON.minusSeconds(960);
        Scene scene =
                Scene.swing().at(Scene.NOON.minusSeconds(70)).repeats("2.00", "2.04", stalled);

        assertThat(scene.at(Scene.NOON).repeats("2.00", "2.04", stalled).marks().blindSince())
                .contains(Scene.NOON.minusSeconds(70));
    }

    @Test
    @DisplayName("A-86: a bid that is missing all day is not renewed, and is a price of zero")
    void believesZeroThatIsRepeated() {
        Scene scene = Scene.swing();
        for (long ago = 60; ago >= 0; ago -= 5) {
            scene =
                    scene.at(Scene.NOON.minusSeconds(ago))
                            .repeats("0", "0.05", Scene.SESSION.open());
        }

        assertThat(scene.exit()).map(Exit::rule).contains(ExitReason.STOP_LOSS);
    }

    @Test
    @DisplayName("incident 28: the mark is the bid, the executable side")
    void marksAtTheBid() {
        assertThat(Scene.swing().sees("1.90", "2.00", 0).marks().newest())
                .map(Mark::bid)
                .contains(Price.of("1.90"));
    }

    @Test
    @DisplayName("A-86: a bid of zero is a price of zero after a minute, and not before")
    void believesZeroAfterAMinute() {
        Scene scene = Scene.swing();
        for (long ago = 60; ago >= 0; ago -= 5) {
            scene = scene.sees("0", "0.05", ago);
        }
        Scene briefly = Scene.swing().sees("0", "0.05", 55).sees("0", "0.05", 0);

        assertThat(scene.exit()).map(Exit::rule).contains(ExitReason.STOP_LOSS);
        assertThat(briefly.exit()).isEmpty();
        assertThat(briefly.marks().blindSince()).isEmpty();
    }

    @Test
    @DisplayName("A-61: a bid of zero leaves the mid what it is")
    void keepsTheMidWithoutABid() {
        Scene scene = Scene.swing().sees("0", "3.00", 60).sees("0", "3.00", 0);

        assertThat(scene.marks().newest())
                .contains(new Mark(Price.ZERO, Price.of("1.50"), scene.asOf()));
    }

    @Test
    @DisplayName("A-86: a minute without a usable quote is an alarm")
    void tellsOfBlindness() {
        Scene crossed = Scene.swing().sees("2.00", 70).seesNothing(QuoteFault.CROSSED, 0);
        Scene lately = Scene.swing().sees("2.00", 59).seesNothing(QuoteFault.CROSSED, 0);

        assertThat(crossed.marks().blindSince())
                .contains(crossed.asOf().minus(Duration.ofSeconds(70)));
        assertThat(lately.marks().blindSince()).isEmpty();
    }

    @Test
    void countsBlindnessFromTheOpen() {
        Scene overnight = Scene.swing().openedAt(Scene.NOON.minus(Duration.ofDays(1)));

        assertThat(overnight.at(Scene.SESSION.open().plusSeconds(59)).marks().blindSince())
                .isEmpty();
    }

    @Test
    @DisplayName("A-92: a peak needs two sightings too")
    void confirmsThePeak() {
        assertThat(
                        Scene.swing()
                                .sees("2.00", 10)
                                .sees("2.90", 5)
                                .sees("2.10", 0)
                                .marks()
                                .confirmedHigh())
                .contains(Price.of("2.10"));
        assertThat(Scene.swing().sees("2.90", 0).marks().confirmedHigh()).isEmpty();
    }
}
