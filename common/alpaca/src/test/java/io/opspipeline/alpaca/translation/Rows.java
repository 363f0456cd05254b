package io.opspipeline.alpaca.translation;

/// Rows as Alpaca writes them.
public final class Rows {

    /// A resting buy of two calls.
    public static final String ORDER =
            """
            {"id":"30a077fa","client_order_id":"large:AAPL:1:CALL:1","status":"new","order_class":"simple","filled_qty":"0","filled_avg_price":null,"submitted_at":"2026-01-05T15:00:00.056332248Z","updated_at":"2026-01-05T15:00:01Z"}
            """;

    private Rows() {}

    /// An order with other words and figures.
    public static String order(String id, String client, String status, int filled, String price) {
        return """
        {"id":"%s","client_order_id":"%s","status":"%s","order_class":"","filled_qty":"%d","filled_avg_price":%s,"updated_at":"2026-01-05T15:00:01Z"}
        """
                .formatted(id, client, status, filled, price);
    }
}
