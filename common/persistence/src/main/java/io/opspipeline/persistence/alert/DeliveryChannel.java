package io.opspipeline.persistence.alert;

/// The ways by which an alert reaches a person.
public enum DeliveryChannel {
    /// A line of the log.
    LOG,
    /// An HTTP POST.
    WEBHOOK,
    /// An e-mail.
    MAIL
}
