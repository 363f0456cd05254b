package io.opspipeline.local.bench;

import static io.opspipeline.local.bench.SpansTest.millis;
import static io.opspipeline.local.bench.SpansTest.span;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SharesTest {

    @Test
    @DisplayName("a request counts before a call of the database, and the parts make the whole")
    void splitsAWindow() {
        var calls =
                new Calls(
                        Spans.of(List.of(span(20, 30), span(90, 120))),
                        Spans.of(List.of(span(0, 10), span(25, 50), span(48, 60))));
        var shares = Shares.of(List.of(span(0, 100)), calls);
        assertThat(shares).isEqualTo(new Shares(1, 0, millis(20), millis(40), millis(40)));
        assertThat(shares.whole()).isEqualTo(millis(100));
        assertThat(shares.percentOfWhole(shares.http())).isEqualTo(20, within(1e-9));
    }

    @Test
    @DisplayName("the shares are of the mean window, long ones weigh more")
    void meansAreOfTheSums() {
        var calls =
                new Calls(
                        Spans.of(List.of(span(9, 11), span(130, 140))),
                        Spans.of(List.of(span(100, 115))));
        assertThat(Shares.of(List.of(span(0, 10), span(100, 132)), calls))
                .isEqualTo(
                        new Shares(
                                2,
                                0,
                                millis(3).dividedBy(2),
                                millis(15).dividedBy(2),
                                millis(24).dividedBy(2)));
    }

    @Test
    @DisplayName("a window whose order no request carried is counted apart")
    void leavesOutWhatDoesNotMatch() {
        var calls = new Calls(Spans.of(List.of(span(9, 11))), Spans.of(List.of()));
        assertThat(Shares.of(List.of(span(0, 10), span(100, 110)), calls))
                .isEqualTo(new Shares(1, 1, millis(1), millis(0), millis(9)));
        assertThatThrownBy(() -> Shares.of(List.of(span(100, 110)), calls))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("none of 1 orders");
    }
}
