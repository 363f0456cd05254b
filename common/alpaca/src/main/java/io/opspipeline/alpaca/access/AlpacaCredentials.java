package io.opspipeline.alpaca.access;

import java.util.regex.Pattern;

/// The key of one account at Alpaca. Neither half ever shows in a text.
///
/// @param keyId sent as `APCA-API-KEY-ID`: printable ASCII without spaces
/// @param secret sent as `APCA-API-SECRET-KEY`: printable ASCII without spaces
public record AlpacaCredentials(String keyId, String secret) {

    private static final Pattern PRINTABLE = Pattern.compile("[!-~]+");
    private static final String HIDDEN = "***";

    /// Refuses a half that could not stand in a header, without repeating it.
    public AlpacaCredentials {
        if (!PRINTABLE.matcher(keyId).matches() || !PRINTABLE.matcher(secret).matches()) {
            throw new IllegalArgumentException(
                    "key id and secret must be printable ASCII without spaces, at least 1 character");
        }
    }

    /// The text with both halves blanked out, should somebody have sent them back to us.
    public String blankedIn(String text) {
        return text.replace(secret, HIDDEN).replace(keyId, HIDDEN);
    }

    @Override
    public String toString() {
        return "AlpacaCredentials[" + HIDDEN + "]";
    }
}
