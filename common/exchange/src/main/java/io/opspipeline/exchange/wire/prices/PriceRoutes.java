package io.opspipeline.exchange.wire.prices;

import io.opspipeline.exchange.market.Market;
import io.opspipeline.exchange.pose.DataPlan;
import io.opspipeline.exchange.wire.http.Answer;
import io.opspipeline.exchange.wire.http.Call;
import io.opspipeline.exchange.wire.http.Route;
import io.opspipeline.exchange.wire.json.JsonRow;
import java.util.List;

/// What can be asked of the data API.
public final class PriceRoutes {

    private PriceRoutes() {}

    /// The routes over a market, as far as a plan gives them.
    public static List<Route> over(Market market, DataPlan plan) {
        Feeds feeds = new Feeds(plan);
        StockBars bars = new StockBars(market, feeds);
        StockSnapshots stocks = new StockSnapshots(market, feeds);
        OptionChains options = new OptionChains(market, feeds);
        return List.of(
                Route.get("/v2/stocks/bars", bars::answer),
                Route.get("/v2/stocks/snapshots", stocks::snapshots),
                Route.get("/v2/stocks/quotes/latest", stocks::latestQuotes),
                Route.get("/v2/stocks/bars/latest", stocks::latestBars),
                Route.get("/v2/stocks/trades/latest", stocks::latestTrades),
                Route.get("/v1beta1/options/snapshots/{}", options::chain),
                Route.get("/v1beta1/options/snapshots", options::snapshots),
                Route.get("/v1beta1/options/quotes/latest", options::latestQuotes),
                Route.get("/v1/corporate-actions", PriceRoutes::noCorporateActions));
    }

    // The market has no splits and pays no dividends.
    private static Answer noCorporateActions(Call call) {
        call.parameters().date("start");
        call.parameters().date("end");
        return Answer.of(
                new JsonRow()
                        .child("corporate_actions", new JsonRow().node())
                        .nulls("next_page_token")
                        .node());
    }
}
