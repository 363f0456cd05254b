package io.opspipeline.exchange.wire.http;

import io.opspipeline.domain.account.AccountId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Counts the requests of each account in each minute of the venue's time.
public final class RateLimits {

    private final Map<Api, Integer> perMinute;
    private final Map<Account, Window> windows = new ConcurrentHashMap<>();

    /// @param trading requests a minute of the trading API, for each account
    /// @param prices requests a minute of the data API, for each account
    public RateLimits(int trading, int prices) {
        this.perMinute = new EnumMap<>(Map.of(Api.TRADING, trading, Api.DATA, prices));
    }

    /// Counts one request and says what is left.
    Allowance take(AccountId account, Api api, Instant now) {
        Instant minute = now.truncatedTo(ChronoUnit.MINUTES);
        Window window =
                windows.merge(
                        new Account(account, api),
                        new Window(minute, 1),
                        (old, first) -> old.minute().equals(minute) ? old.andOne() : first);
        return new Allowance(
                perMinute.getOrDefault(api, 0),
                window.requests(),
                minute.plus(1, ChronoUnit.MINUTES));
    }

    /// What an account may still ask in this minute.
    ///
    /// @param limit requests a minute
    /// @param used requests of this minute, this one included
    /// @param reset when the next minute begins
    record Allowance(int limit, int used, Instant reset) {

        boolean isExceeded() {
            return used > limit;
        }

        int remaining() {
            return Math.max(0, limit - used);
        }
    }

    private record Account(AccountId account, Api api) {}

    private record Window(Instant minute, int requests) {
        Window andOne() {
            return new Window(minute, requests + 1);
        }
    }
}
