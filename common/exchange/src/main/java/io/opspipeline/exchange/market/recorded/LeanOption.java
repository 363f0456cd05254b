package io.opspipeline.exchange.market.recorded;

import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.instrument.Right;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.money.Price;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the contract out of the name of a zip entry, such as
/// `20140605_twx_minute_quote_american_call_1000000_20160115.csv`.
final class LeanOption {

    private static final Pattern NAME =
            Pattern.compile("\\d{8}_.+_american_(call|put)_(\\d+)_(\\d{8})\\.csv");

    private LeanOption() {}

    /// @throws MarketFileException when the name has another form
    static OccSymbol symbol(String file, String entry, Ticker ticker) {
        Matcher name = NAME.matcher(entry);
        if (!name.matches()) {
            throw new MarketFileException(
                    "%s: entry '%s' is not named like an option".formatted(file, entry));
        }
        return new OccSymbol(
                ticker.symbol(),
                LocalDate.parse(name.group(3), DateTimeFormatter.BASIC_ISO_DATE),
                Right.valueOf(name.group(1).toUpperCase(Locale.ROOT)),
                new Price(BigDecimal.valueOf(Long.parseLong(name.group(2)), 4)));
    }
}
