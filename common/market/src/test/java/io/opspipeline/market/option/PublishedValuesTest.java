package io.opspipeline.market.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PublishedValuesTest {

    private static final Set<String> OURS = Set.of("delta", "gamma", "vega", "theta");

    @Test
    void reproducesHaugsPrices() throws IOException {
        List<PublishedOption> options = PublishedOption.read("haug_european_values.csv");
        assertThat(options).hasSize(43);
        for (PublishedOption option : options) {
            assertThat(option.price())
                    .as("%s", option)
                    .isCloseTo(option.number("value"), within(option.number("tolerance")));
        }
    }

    @Test
    void reproducesHaugsGreeks() throws IOException {
        List<PublishedOption> options = PublishedOption.read("haug_european_greeks.csv");
        assertThat(options).filteredOn(PublishedValuesTest::isOurs).hasSize(7);
        for (PublishedOption option : options) {
            if (isOurs(option)) {
                assertThat(greek(option))
                        .as("%s", option)
                        .isCloseTo(option.number("value"), within(1e-4));
            }
        }
    }

    private static boolean isOurs(PublishedOption option) {
        return OURS.contains(option.columns().get("greek"));
    }

    private static double greek(PublishedOption option) {
        Greeks greeks = option.greeks();
        return switch (option.columns().get("greek")) {
            case "delta" -> greeks.delta();
            case "gamma" -> greeks.gamma();
            case "vega" -> greeks.vega();
            case "theta" -> greeks.theta();
            case String other -> throw new IllegalArgumentException(other);
        };
    }
}
