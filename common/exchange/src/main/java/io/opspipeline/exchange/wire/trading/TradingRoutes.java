package io.opspipeline.exchange.wire.trading;

import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.exchange.venue.RefusalReason;
import io.opspipeline.exchange.venue.Venue;
import io.opspipeline.exchange.wire.http.Answer;
import io.opspipeline.exchange.wire.http.Call;
import io.opspipeline.exchange.wire.http.Route;
import io.opspipeline.exchange.wire.json.Json;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/// What can be asked of the trading API.
public final class TradingRoutes {

    private TradingRoutes() {}

    /// The routes over a venue.
    ///
    /// @param clockSkew how far the clock that is told lies ahead of the venue's
    public static List<Route> over(Venue venue, Duration clockSkew) {
        return Stream.of(
                        books(venue),
                        orders(new Orders(venue)),
                        listings(venue, new Calendar(clockSkew)))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Route> books(Venue venue) {
        Activities activities = new Activities(venue);
        Exercises exercises = new Exercises(venue);
        return List.of(
                Route.get("/v2/account", call -> account(venue, call)),
                Route.get("/v2/account/activities", activities::all),
                Route.get("/v2/account/activities/{}", activities::ofType),
                Route.get("/v2/positions", call -> positions(venue, call)),
                Route.get("/v2/positions/{}", call -> position(venue, call)),
                Route.of("POST", "/v2/positions/{}/exercise", exercises::exercise),
                Route.of("POST", "/v2/positions/{}/do-not-exercise", exercises::doNotExercise));
    }

    private static List<Route> orders(Orders orders) {
        return List.of(
                Route.of("POST", "/v2/orders", orders::submit),
                Route.get("/v2/orders", orders::list),
                Route.get("/v2/orders/{}", orders::one),
                Route.get("/v2/orders:by_client_order_id", orders::byClientOrderId),
                Route.of("DELETE", "/v2/orders", orders::cancelAll),
                Route.of("DELETE", "/v2/orders/{}", orders::cancel));
    }

    private static List<Route> listings(Venue venue, Calendar calendar) {
        Assets assets = new Assets(venue.market());
        ContractList contracts = new ContractList(venue.market());
        return List.of(
                Route.get("/v2/assets", assets::all),
                Route.get("/v2/assets/{}", assets::one),
                Route.get("/v2/options/contracts", contracts::all),
                Route.get("/v2/options/contracts/{}", contracts::one),
                Route.get("/v2/calendar", calendar::days),
                Route.get("/v2/clock", calendar::clock));
    }

    private static Answer account(Venue venue, Call call) {
        LocalDate before = SessionCalendar.nyse().previous(venue.market().session().date()).date();
        return Answer.of(AccountRow.of(venue.account(call.account()), before));
    }

    private static Answer positions(Venue venue, Call call) {
        return Answer.of(
                Json.array(venue.positions(call.account()).stream().map(PositionRow::of).toList()));
    }

    private static Answer position(Venue venue, Call call) {
        String wanted = call.subject();
        return venue.positions(call.account()).stream()
                .filter(position ->
                        wanted.equals(position.instrument().symbol())
                                || wanted.equals(AssetIds.of(position.instrument().symbol())))
                .findFirst()
                .map(position -> Answer.of(PositionRow.of(position)))
                .orElseGet(() ->
                        Answer.refusal(
                                RefusalReason.POSITION_NOT_FOUND.says("position does not exist")));
    }
}
