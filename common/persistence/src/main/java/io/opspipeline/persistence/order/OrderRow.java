package io.opspipeline.persistence.order;

import io.opspipeline.domain.denial.Denial;
import io.opspipeline.domain.denial.DenialCode;
import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.order.BrokerOrderId;
import io.opspipeline.domain.order.ClientOrderId;
import io.opspipeline.domain.order.ExitReason;
import io.opspipeline.domain.order.Order;
import io.opspipeline.domain.order.OrderPurpose;
import io.opspipeline.domain.order.OrderRequest;
import io.opspipeline.domain.order.OrderState;
import io.opspipeline.domain.order.Side;
import io.opspipeline.persistence.sql.Row;
import java.sql.SQLException;
import java.util.Optional;

/// Reads rows of `orders`.
final class OrderRow {

    private OrderRow() {}

    static Order read(Row row) throws SQLException {
        return new Order(
                request(row),
                purpose(row),
                row.integer("attempt"),
                row.constant("state", OrderState.class),
                row.optionalText("broker_order_id").map(BrokerOrderId::new),
                row.integer("filled_quantity"),
                row.decimal("filled_value"),
                row.instant("created_at"),
                row.optionalInstant("ended_at"),
                denial(row));
    }

    private static Optional<Denial> denial(Row row) throws SQLException {
        Optional<DenialCode> code = row.optionalConstant("denial", DenialCode.class);
        Optional<String> words = row.optionalText("reason");
        return code.flatMap(denied -> words.map(denied::says));
    }

    private static OrderRequest request(Row row) throws SQLException {
        return new OrderRequest(
                new ClientOrderId(row.text("client_order_id")),
                row.account("account_id"),
                Instrument.ofSymbol(row.text("symbol")),
                row.constant("side", Side.class),
                row.integer("quantity"),
                row.optionalPrice("limit_price"));
    }

    private static OrderPurpose purpose(Row row) throws SQLException {
        return switch (row.constant("side", Side.class)) {
            case BUY -> new OrderPurpose.Entry(row.bigint("dispatch_id"));
            case SELL ->
                    new OrderPurpose.Exit(
                            row.bigint("position_id"), row.constant("exit_rule", ExitReason.class));
        };
    }
}
