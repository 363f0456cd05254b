package io.opspipeline.exchange.wire.prices;

import io.opspipeline.domain.calendar.NewYork;
import io.opspipeline.domain.calendar.Session;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.money.Price;
import io.opspipeline.exchange.market.Market;
import io.opspipeline.exchange.market.RawQuote;
import io.opspipeline.exchange.wire.json.JsonRow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/// Makes the snapshot of a contract. There are no greeks and no trades in it: the market tells
/// neither. Of its day bars only day and volume mean something; all their prices are the mid of the
/// last quote. As at Alpaca, `dailyBar` is the last day *with* trades, which need not be today.
///
/// @param market what is traded
record OptionSnapshots(Market market) {

    ObjectNode snapshot(OccSymbol contract, Instant now) {
        Optional<RawQuote> quote = market.optionQuote(contract, now);
        List<ObjectNode> days = quote.map(known -> days(contract, known, now)).orElse(List.of());
        return new JsonRow()
                .optional("latestQuote", quote.map(QuoteRow::option))
                .optional("dailyBar", days.stream().findFirst())
                .optional("prevDailyBar", days.stream().skip(1).findFirst())
                .node();
    }

    private List<ObjectNode> days(OccSymbol contract, RawQuote quote, Instant now) {
        Price mid = new Price(quote.mid());
        Stream<ObjectNode> today = day(market.session(), mid, market.optionVolume(contract, now));
        Stream<ObjectNode> before =
                market.priorSessions().reversed().stream()
                        .limit(1)
                        .flatMap(session ->
                                day(session, mid, market.previousOptionVolume(contract)));
        return Stream.concat(today, before).toList();
    }

    private static Stream<ObjectNode> day(Session session, Price mid, OptionalLong volume) {
        return volume.stream()
                .filter(contracts -> contracts > 0)
                .mapToObj(contracts ->
                        new BarRow(NewYork.startOf(session.date()), mid, mid, mid, mid, contracts)
                                .row()
                                .node());
    }
}
