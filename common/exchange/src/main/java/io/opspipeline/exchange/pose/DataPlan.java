package io.opspipeline.exchange.pose;

/// What the data subscription of the exchange's clients gives.
///
/// @param realTimeStocks true when the consolidated feed (`sip`) may be read while it is young
/// @param opraAgreement true when the agreement for real option quotes (`opra`) is signed
public record DataPlan(boolean realTimeStocks, boolean opraAgreement) {

    /// A subscription to everything.
    public static final DataPlan FULL = new DataPlan(true, true);

    /// The same without the consolidated feed of stocks.
    public DataPlan withoutSip() {
        return new DataPlan(false, opraAgreement);
    }

    /// The same without the agreement for real option quotes.
    public DataPlan withoutOpra() {
        return new DataPlan(realTimeStocks, false);
    }
}
