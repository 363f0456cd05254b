package io.opspipeline.runtime.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CountedFramesTest {

    private final CountedFrames frames = new CountedFrames();

    @Test
    void returnsOnceAllFramesAreHandled() throws InterruptedException {
        Thread stream =
                Thread.ofVirtual()
                        .start(() -> {
                            frames.handled();
                            frames.handled();
                        });

        frames.awaitHandled(2, Duration.ofSeconds(10));

        assertThat(frames.count()).isEqualTo(2);
        stream.join();
    }

    @Test
    void namesTheMissingCountWhenPatienceEnds() {
        frames.handled();

        assertThatThrownBy(() -> frames.awaitHandled(3, Duration.ofMillis(5)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("2 of 3 stream frames were not handled within PT0.005S");
    }
}
