package io.opspipeline.local.alert;

import io.opspipeline.persistence.alert.DeliveryChannel;
import io.opspipeline.ports.alert.Alerts.Severity;

/// A way to a person.
interface Channel {

    /// Which way it is.
    DeliveryChannel kind();

    /// Where it leads, for people; never a secret.
    String place();

    /// The mildest severity that it takes.
    Severity least();

    /// Sends a notice and waits for the answer. May throw whatever its protocol throws; the message
    /// may hold secrets, [#scrubbed] takes them out.
    Sent send(Notice notice) throws Exception;

    /// A text without the secrets of this channel.
    String scrubbed(String text);
}
