package io.opspipeline.runtime.service;

import io.opspipeline.runtime.log.Secret;
import io.opspipeline.runtime.setting.SettingsException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/// What a caller must show to start jobs of a process: a bearer token, so that not everybody who
/// can open a connection may.
///
/// @param secret the token, at least 32 characters
public record RunToken(Secret secret) {

    /// The variable that gives a process its token.
    public static final String VARIABLE = "OPS_RUN_TOKEN";

    /// The variable as Spring knows it.
    static final String PROPERTY = "run.token";

    private static final int SHORTEST = 32;

    /// Checks it.
    ///
    /// @throws SettingsException when it is so short that it could be guessed
    public RunToken {
        if (secret.reveal().length() < SHORTEST) {
            throw new SettingsException(
                    "%s: a token has at least %d characters".formatted(PROPERTY, SHORTEST));
        }
    }

    /// The value of the `Authorization` header that shows it.
    public String header() {
        return "Bearer " + secret.reveal();
    }

    /// True when an `Authorization` header shows it. It takes as long for a near miss as for a far
    /// one.
    boolean isShownBy(@Nullable String header) {
        return header != null && MessageDigest.isEqual(bytes(header()), bytes(header));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
