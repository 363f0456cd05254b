package io.opspipeline.alpaca.http;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// Stops reads for a while when a host gives no readable answers. All its time is the clock's.
final class Breaker {

    private static final int CALLS = 10;
    private static final float FAILED_PERCENT = 80;
    private static final Duration OPEN_FOR = Duration.ofSeconds(15);

    private final CircuitBreaker breaker;

    Breaker(String name, Clock clock) {
        this.breaker =
                CircuitBreaker.of(
                        name,
                        CircuitBreakerConfig.custom()
                                .clock(clock)
                                .currentTimestampFunction(Clock::millis, TimeUnit.MILLISECONDS)
                                .slidingWindowSize(CALLS)
                                .minimumNumberOfCalls(CALLS)
                                .failureRateThreshold(FAILED_PERCENT)
                                .permittedNumberOfCallsInHalfOpenState(1)
                                .waitDurationInOpenState(OPEN_FOR)
                                .build());
    }

    /// True when a read may go out; it must then be told how that went.
    boolean admits() {
        return breaker.tryAcquirePermission();
    }

    void answered() {
        breaker.onSuccess(0, TimeUnit.MILLISECONDS);
    }

    void failed(Exception why) {
        breaker.onError(0, TimeUnit.MILLISECONDS, why);
    }
}
