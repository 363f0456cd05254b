package io.opspipeline.reliability.scenario;

import static io.opspipeline.reliability.scenario.Given.ALFA;
import static io.opspipeline.reliability.scenario.Given.CALL;

import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.exchange.market.scripted.ScriptedMarket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/// What becomes of the bodies of answers about prices and contracts.
final class Feed {

    private static final Pattern PRICE = Pattern.compile("\"([ab]p)\":[0-9.]+");
    private static final Pattern GREEKS =
            Pattern.compile("\"greeks\":\\{[^}]*},?|\"impliedVolatility\":[0-9.]+,?");
    private static final Pattern TOKEN = Pattern.compile("\"next_page_token\":(null|\"[^\"]*\")");

    /// The token of the page that follows the first contract.
    private static final String FIRST =
            Base64.getUrlEncoder()
                    .encodeToString("ALFA261210C00098000".getBytes(StandardCharsets.UTF_8));

    private Feed() {}

    /// Prices are no numbers.
    static String notANumber(String body) {
        return PRICE.matcher(body).replaceAll("\"$1\":NaN");
    }

    /// Neither greeks nor volatilities.
    static String withoutGreeks(String body) {
        return GREEKS.matcher(body).replaceAll("");
    }

    /// In their place greeks that cannot be, and a volatility of nothing.
    static String withNonsense(String body) {
        return withoutGreeks(body)
                .replace(
                        "\"latestQuote\":",
                        "\"greeks\":{\"delta\":-9.99,\"gamma\":0,\"theta\":0,\"vega\":0,\"rho\":0},\"impliedVolatility\":0,\"latestQuote\":");
    }

    /// Every page names the page after the first contract as the next one.
    static String endless(String body) {
        return TOKEN.matcher(body).replaceAll("\"next_page_token\":\"" + FIRST + "\"");
    }

    /// The best contract is the last of three.
    static void longChain(ScriptedMarket market) {
        market.stock(ALFA, "100")
                .contract(OccSymbol.parse("ALFA261210C00098000"), "3.60", "3.80")
                .contract(OccSymbol.parse("ALFA261210C00099000"), "3.00", "3.20")
                .contract(CALL, "2.49", "2.50");
    }

    /// The contracts deliver another number of shares.
    static String ofTenShares(String body) {
        return body.replace("\"size\":\"100\"", "\"size\":\"10\"")
                .replace("\"multiplier\":\"100\"", "\"multiplier\":\"10\"");
    }

    /// The contracts cannot be traded any more.
    static String notTradable(String body) {
        return body.replace("\"tradable\":true", "\"tradable\":false");
    }

    /// The stock has a price of zero, quoted and traded.
    static String worthless(String body) {
        return body.replaceAll("\"(ap|bp|p|c|o|h|l)\":[0-9.]+", "\"$1\":0");
    }
}
