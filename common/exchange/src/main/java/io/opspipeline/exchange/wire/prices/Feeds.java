package io.opspipeline.exchange.wire.prices;

import io.opspipeline.exchange.wire.http.Parameters;

/// The feeds there are. All show the same market: a subscription to everything is taken as given.
final class Feeds {

    private Feeds() {}

    static void stock(Parameters parameters) {
        parameters.word("feed", "sip", "iex", "delayed_sip", "otc", "boats", "overnight");
    }

    static void option(Parameters parameters) {
        parameters.word("feed", "opra", "indicative");
    }
}
