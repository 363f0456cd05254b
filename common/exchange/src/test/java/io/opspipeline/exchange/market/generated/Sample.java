package io.opspipeline.exchange.market.generated;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

/// Numbers of which only the mean is of interest.
final class Sample {

    private final List<Double> numbers = new ArrayList<>();

    void add(double number) {
        numbers.add(number);
    }

    int size() {
        return numbers.size();
    }

    double mean() {
        return numbers.stream().mapToDouble(each -> each).average().orElseThrow();
    }

    double standardError() {
        double mean = mean();
        double squares = numbers.stream().mapToDouble(each -> (each - mean) * (each - mean)).sum();
        return Math.sqrt(squares / (size() - 1) / size());
    }

    /// Fails when the mean is further from an expected one than 2.5 standard errors.
    void assertMeanIs(double expected) {
        assertThat(Math.abs(mean() - expected))
                .as("mean %s of %d, standard error %s", mean(), size(), standardError())
                .isLessThan(2.5 * standardError());
    }
}
