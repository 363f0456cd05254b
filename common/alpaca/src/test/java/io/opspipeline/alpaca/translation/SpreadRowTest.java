package io.opspipeline.alpaca.translation;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.alpaca.wire.Translation;
import io.opspipeline.alpaca.wire.WireNode;
import io.opspipeline.alpaca.wire.WireOrder;
import io.opspipeline.alpaca.wire.WireTradeUpdate;
import io.opspipeline.domain.money.NetPrice;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.order.BrokerOrderStatus;
import io.opspipeline.domain.order.Execution;
import io.opspipeline.domain.order.OrderUpdate.Source;
import io.opspipeline.domain.order.SpreadUpdate;
import io.opspipeline.testkit.SharedFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// What Alpaca published of orders of several legs.
class SpreadRowTest {

    @Test
    void readsThePublishedFill() throws IOException {
        String text =
                Files.readString(
                        SharedFiles.require("alpaca-openapi/examples/trade_update_mleg_fill.json"));
        WireNode data = WireNode.parse(text).orElseThrow().object("data").orElseThrow();
        SpreadUpdate update = read(SpreadRow.translate(WireTradeUpdate.from(data)));
        assertThat(update.status()).isEqualTo(BrokerOrderStatus.FILLED);
        assertThat(update.filledUnits()).isEqualTo(1);
        assertThat(update.averageNet()).contains(NetPrice.of("1.62"));
        assertThat(update.legs())
                .extracting(SpreadUpdate.Leg::execution)
                .containsExactly(
                        Optional.of(
                                new Execution(
                                        "69a70e98-f370-427d-bcd3-834dc4800aed",
                                        1,
                                        Price.of("1.6"))),
                        Optional.of(
                                new Execution(
                                        "fb878d87-569e-49f3-b42e-a09ad06e3d3a",
                                        1,
                                        Price.of("0.02"))));
    }

    @Test
    void readsThePublishedAnswer() {
        JsonNode example =
                new YAMLMapper()
                        .readTree(SharedFiles.require("alpaca-openapi/trading-openapi.yaml"))
                        .at("/components/examples/MultilegOptionsOrderResponse/value");
        WireNode row = WireNode.parse(example.toString()).orElseThrow();
        SpreadUpdate update = read(SpreadRow.translate(WireOrder.from(row), Source.ANSWER));
        assertThat(update.averageNet()).contains(NetPrice.of("1.28"));
        assertThat(update.legs())
                .extracting(leg ->
                        leg.side()
                                + " "
                                + leg.filledQuantity()
                                + "@"
                                + leg.averagePrice().orElseThrow())
                .containsExactly("BUY 3@0.43", "SELL 1@0.01");
    }

    private static SpreadUpdate read(Translation<SpreadUpdate> translation) {
        return ((Translation.Read<SpreadUpdate>) translation).value();
    }
}
