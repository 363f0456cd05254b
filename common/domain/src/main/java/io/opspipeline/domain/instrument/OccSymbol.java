package io.opspipeline.domain.instrument;

import io.opspipeline.domain.money.Price;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An option contract's symbol in OCC form without padding: root, expiry `YYMMDD`, `C` or `P`,
/// strike times 1,000 in eight digits. `AAPL250620C00100000` is the AAPL call of 2025-06-20 at 100.
///
/// @param root 1 to 6 letters and digits; equals the underlying for a standard contract
/// @param expiry the expiry date, 2000 to 2099
/// @param right call or put
/// @param strike above zero, at most 99,999.999, three decimals at most
public record OccSymbol(String root, LocalDate expiry, Right right, Price strike)
        implements Comparable<OccSymbol> {

    private static final Pattern FORM =
            Pattern.compile("([A-Z][A-Z0-9]{0,5})(\\d{2})(\\d{2})(\\d{2})([CP])(\\d{8})");
    private static final Pattern ROOT = Pattern.compile("[A-Z][A-Z0-9]{0,5}");
    private static final int STRIKE_SCALE = 3;
    private static final Comparator<OccSymbol> ORDER =
            Comparator.comparing(OccSymbol::root)
                    .thenComparing(OccSymbol::expiry)
                    .thenComparing(OccSymbol::right)
                    .thenComparing(OccSymbol::strike);

    /// Refuses anything that could not be printed and parsed back.
    public OccSymbol {
        if (!ROOT.matcher(root).matches()) {
            throw new IllegalArgumentException(
                    "OCC root must match " + ROOT + ", was '" + root + "'");
        }
        if (expiry.getYear() < 2000 || expiry.getYear() > 2099) {
            throw new IllegalArgumentException("OCC expiry must be in 2000..2099, was " + expiry);
        }
        BigDecimal thousandths =
                strike.perShare().movePointRight(STRIKE_SCALE).stripTrailingZeros();
        if (strike.isZero()
                || thousandths.scale() > 0
                || thousandths.precision() - thousandths.scale() > 8) {
            throw new IllegalArgumentException(
                    "OCC strike must be in 0.001..99999.999 with 3 decimals, was " + strike);
        }
    }

    /// The symbol in the text, or empty when it has another form, an impossible date or strike 0.
    public static Optional<OccSymbol> tryParse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            LocalDate expiry =
                    LocalDate.of(
                            2000 + Integer.parseInt(matcher.group(2)),
                            Integer.parseInt(matcher.group(3)),
                            Integer.parseInt(matcher.group(4)));
            Right right = matcher.group(5).equals("C") ? Right.CALL : Right.PUT;
            BigDecimal strike = new BigDecimal(matcher.group(6)).movePointLeft(STRIKE_SCALE);
            return strike.signum() == 0
                    ? Optional.empty()
                    : Optional.of(
                            new OccSymbol(matcher.group(1), expiry, right, new Price(strike)));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /// The symbol in the text.
    ///
    /// @throws IllegalArgumentException naming the text when it is not an OCC symbol
    public static OccSymbol parse(String text) {
        return tryParse(text)
                .orElseThrow(
                        () -> new IllegalArgumentException("not an OCC symbol: '" + text + "'"));
    }

    /// The underlying of a standard contract, whose root is its ticker.
    public Ticker underlying() {
        return new Ticker(root);
    }

    /// The order of the printed symbols.
    @Override
    public int compareTo(OccSymbol other) {
        return ORDER.compare(this, other);
    }

    /// The symbol as the broker writes it; the inverse of [#parse(String)].
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(21).append(root);
        digits(text, expiry.getYear() - 2000, 2);
        digits(text, expiry.getMonthValue(), 2);
        digits(text, expiry.getDayOfMonth(), 2);
        text.append(right.letter());
        digits(text, strike.perShare().movePointRight(STRIKE_SCALE).longValueExact(), 8);
        return text.toString();
    }

    private static void digits(StringBuilder text, long value, int width) {
        String digits = Long.toString(value);
        text.repeat('0', width - digits.length()).append(digits);
    }
}
