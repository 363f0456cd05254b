package io.opspipeline.alpaca.translation;

import io.opspipeline.alpaca.wire.WireNode;
import io.opspipeline.testkit.Seeds;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

class DamagedRowsTest {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final List<String> ROWS =
            List.of(
                    Rows.ORDER,
                    """
                    {"event":"fill","execution_id":"e","qty":"1","price":"2.5","at":"2026-01-05","order":%s}
                    """
                            .formatted(Rows.ORDER),
                    """
                    {"account_number":"1","status":"ACTIVE","trading_blocked":false,"account_blocked":false,"options_trading_level":"2","equity":"1","last_equity":"1","cash":"-1","options_buying_power":"1"}
                    """,
                    """
                    {"symbol":"AAPL250620C00100000","asset_class":"us_option","qty":"-2","side":"short","avg_entry_price":"0.38","lastday_price":"0.36","unrealized_pl":"-8","unrealized_intraday_pl":"-4"}
                    """,
                    """
                    {"latestQuote":{"ap":4.3,"as":91,"bp":4.15,"bs":16,"t":"2024-04-22T19:59:59.992734208Z"},"greeks":{"delta":0.7},"impliedVolatility":0.3,"dailyBar":{"t":"2024-04-22T04:00:00Z","v":3}}
                    """,
                    """
                    {"symbol":"AAPL250620C00100000","underlying_symbol":"AAPL","multiplier":"100","size":"100","tradable":true,"open_interest":"237","open":"09:30","close":"1600","date":"2026-01-05","ex_date":"2026-01-05","old_rate":1,"new_rate":"4"}
                    """);
    private static final List<String> STRANGE =
            List.of(
                    "null",
                    "\"\"",
                    "\" \"",
                    "\"2024-03-01\"",
                    "\"new_word\"",
                    "-1",
                    "1e999999999",
                    "\"NaN\"",
                    "NaN",
                    "[]",
                    "{}",
                    "[null]",
                    "true",
                    "0",
                    "9999999999999999999999",
                    "\"2024-13-45T99:99:99Z\"",
                    "0.5");

    @Test
    @DisplayName("A-129: a member that is missing, empty or strange breaks no reader")
    void readsWhateverIsLeftOfARow() {
        Seeds.check(
                2_000,
                random -> {
                    ObjectNode row = (ObjectNode) MAPPER.readTree(pick(ROWS, random));
                    damage(row, random);
                    Readers.readAll(WireNode.parse(row.toString()).orElseThrow());
                });
    }

    private static void damage(ObjectNode row, RandomGenerator random) {
        for (String name : List.copyOf(row.propertyNames())) {
            JsonNode member = row.get(name);
            switch (random.nextInt(6)) {
                case 0 -> row.remove(name);
                case 1, 2 -> row.putRawValue(name, new RawValue(pick(STRANGE, random)));
                default -> {
                    if (member instanceof ObjectNode inner) {
                        damage(inner, random);
                    }
                }
            }
        }
    }

    private static String pick(List<String> from, RandomGenerator random) {
        return from.get(random.nextInt(from.size()));
    }
}
