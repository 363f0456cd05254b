package io.opspipeline.persistence.alert;

/// How far the delivery of one alert through one channel is.
public enum DeliveryState {
    /// To be tried, or tried again.
    WAITING,
    /// The channel took it.
    DELIVERED,
    /// Tried for as long as is stated, in vain.
    GIVEN_UP
}
