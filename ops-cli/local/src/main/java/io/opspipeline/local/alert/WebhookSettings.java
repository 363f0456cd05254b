package io.opspipeline.local.alert;

import io.opspipeline.ports.alert.Alerts.Severity;
import io.opspipeline.runtime.log.Secret;

/// Where alerts are posted.
///
/// @param url http or https; its path is usually a password, so it is never printed
/// @param least the mildest severity that is posted
public record WebhookSettings(Secret url, Severity least) {}
