package io.opspipeline.exchange.venue;

import io.opspipeline.domain.account.AccountId;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// Names made from the seed and natural keys, so that the same run makes the same names.
///
/// @param seed of the venue
record VenueIds(long seed) {

    /// The id of an order.
    String order(AccountId account, String clientOrderId) {
        return uuid("order", account, clientOrderId);
    }

    /// The id of an order's n-th execution, from 1.
    String execution(AccountId account, String clientOrderId, int number) {
        return uuid("execution " + number, account, clientOrderId);
    }

    /// The client order id of an account's n-th order, for a client that gave none.
    String clientOrder(AccountId account, int number) {
        return uuid("client order", account, Integer.toString(number));
    }

    /// The client order id of a spread's leg, from 0.
    String leg(AccountId account, String clientOrderId, int number) {
        return uuid("leg " + number, account, clientOrderId);
    }

    /// The second half of the id of an account's n-th activity.
    String activity(AccountId account, int number) {
        return uuid("activity", account, Integer.toString(number));
    }

    /// The name of what belongs together with an account's n-th activity.
    String activityGroup(AccountId account, int number) {
        return uuid("activity group", account, Integer.toString(number));
    }

    private String uuid(String kind, AccountId account, String key) {
        String name = "%d/%s/%s/%s".formatted(seed, kind, account, key);
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
