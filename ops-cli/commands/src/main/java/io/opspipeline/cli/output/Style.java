package io.opspipeline.cli.output;

import java.math.BigDecimal;

/// Colour of text for people.
public final class Style {

    private static final String RESET = "\u001b[0m";

    private final boolean coloured;

    private Style(boolean coloured) {
        this.coloured = coloured;
    }

    /// Coloured or not; the shell knows whether a person sees it.
    public static Style coloured(boolean coloured) {
        return new Style(coloured);
    }

    /// Never coloured.
    public static Style plain() {
        return new Style(false);
    }

    /// True when colours are used.
    public boolean isColoured() {
        return coloured;
    }

    /// What matters.
    public String strong(String text) {
        return in("1", text);
    }

    /// What can be overlooked.
    public String faint(String text) {
        return in("2", text);
    }

    /// A gain.
    public String good(String text) {
        return in("32", text);
    }

    /// A loss, or something broken.
    public String bad(String text) {
        return in("31", text);
    }

    /// Green from zero up, red below.
    public String signed(BigDecimal value, String text) {
        return value.signum() < 0 ? bad(text) : good(text);
    }

    private String in(String code, String text) {
        return coloured ? "\u001b[" + code + "m" + text + RESET : text;
    }
}
