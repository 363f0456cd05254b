package io.opspipeline.runtime.service;

import io.opspipeline.runtime.setting.SettingsException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Lets Spring Boot report a wrong setting as one message instead of a stack trace.
final class SettingsFailureAnalyzer extends AbstractFailureAnalyzer<SettingsException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, SettingsException cause) {
        return new FailureAnalysis(
                String.valueOf(cause.getMessage()), "Correct the setting and start again.", cause);
    }
}
