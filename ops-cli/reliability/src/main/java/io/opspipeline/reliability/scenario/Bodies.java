package io.opspipeline.reliability.scenario;

/// What becomes of the body of an answer to a new order; other answers stay.
final class Bodies {

    private static final String ORDERS = "/v2/orders";

    private static final int KEPT = 10;

    private Bodies() {}

    /// It speaks of another order.
    static String ofAnother(String path, String body) {
        return isOrder(path, body)
                ? body.replaceAll(
                        "\"client_order_id\":\"[^\"]*\"", "\"client_order_id\":\"another\"")
                : body;
    }

    /// It ends soon after its beginning.
    static String cutShort(String path, String body) {
        return isOrder(path, body) ? body.substring(0, KEPT) : body;
    }

    /// A list of orders comes from the same path.
    private static boolean isOrder(String path, String body) {
        return path.equals(ORDERS) && body.startsWith("{") && body.contains("client_order_id");
    }
}
