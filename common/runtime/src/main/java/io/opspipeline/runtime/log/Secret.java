package io.opspipeline.runtime.log;

import java.util.Objects;

/// Text that must not be seen: it prints as `***` wherever it ends up.
public final class Secret {

    private final String value;

    /// Hides a value.
    public Secret(String value) {
        this.value = value;
    }

    /// The value itself, for the one place that needs it.
    public String reveal() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && secret.value.equals(value);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(value);
    }

    @Override
    public String toString() {
        return "***";
    }
}
