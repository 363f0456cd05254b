package io.opspipeline.market.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.opspipeline.testkit.SharedFiles;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/// Values that others computed on 499 daily closes.
class PublishedIndicatorsTest {

    private static final int MEAN_OF_14 = 1;
    private static final int WILDER_RSI_OF_14 = 5;
    private static final int CLOSE = 7;

    @Test
    void agreesOnTheMean() throws IOException {
        var mean = new RollingMean(14);
        for (String[] day : days()) {
            mean.add(cents(day));
            assertThat(mean.isReady()).isEqualTo(!day[MEAN_OF_14].isEmpty());
            if (mean.isReady()) {
                assertThat(mean.mean(100))
                        .isCloseTo(Double.parseDouble(day[MEAN_OF_14]), within(0.006));
            }
        }
    }

    @Test
    void agreesOnWildersStrength() throws IOException {
        var strength = new RelativeStrength();
        List<String[]> days = days();
        for (int i = 1; i < days.size(); i++) {
            strength.add(cents(days.get(i)) - cents(days.get(i - 1)));
            String published = days.get(i)[WILDER_RSI_OF_14];
            assertThat(strength.value().isPresent()).isEqualTo(!published.isEmpty());
            if (!published.isEmpty()) {
                assertThat(strength.value().orElseThrow())
                        .isCloseTo(Double.parseDouble(published), within(6e-6));
            }
        }
    }

    private static long cents(String[] day) {
        return Math.round(Double.parseDouble(day[CLOSE]) * 100);
    }

    private static List<String[]> days() throws IOException {
        var file = SharedFiles.require("oracles/spy_with_indicators.txt.gz");
        try (var lines =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(Files.newInputStream(file)),
                                StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).map(line -> line.split(",", -1)).toList();
        }
    }
}
