package io.opspipeline.exchange.wire.listing;

import io.opspipeline.exchange.wire.http.Parameters;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A part of a long answer.
///
/// @param items at most the limit
/// @param next the token that asks for the following page; empty on the last
public record Page<T>(List<T> items, Optional<String> next) {

    private static final String TOKEN = "page_token";

    /// The page that the parameters ask for: what follows the item that `page_token` names.
    ///
    /// @param all everything, in the order of the answer
    /// @param key names an item; no two items share one
    /// @param limit most items
    public static <T> Page<T> cut(
            List<T> all, Function<T, String> key, Parameters parameters, int limit) {
        int from =
                parameters.text(TOKEN).map(token -> after(all, key, parameters, token)).orElse(0);
        int to = Math.min(all.size(), from + limit);
        List<T> items = all.subList(from, to);
        return new Page<>(
                items,
                to < all.size()
                        ? Optional.of(token(key.apply(items.getLast())))
                        : Optional.empty());
    }

    private static <T> int after(
            List<T> all, Function<T, String> key, Parameters parameters, String token) {
        for (int i = 0; i < all.size(); i++) {
            if (token(key.apply(all.get(i))).equals(token)) {
                return i + 1;
            }
        }
        throw parameters.invalid(TOKEN, token);
    }

    private static String token(String key) {
        return Base64.getUrlEncoder().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }
}
