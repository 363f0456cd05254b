package io.opspipeline.local.alert;

import io.opspipeline.persistence.alert.DeliveryChannel;
import io.opspipeline.ports.alert.Alerts.Severity;
import io.opspipeline.runtime.log.LogContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A line of the log, with the account among its keys.
final class LogChannel implements Channel {

    private static final Logger LOG = LoggerFactory.getLogger(LogChannel.class);

    @Override
    public DeliveryChannel kind() {
        return DeliveryChannel.LOG;
    }

    @Override
    public String place() {
        return "the log";
    }

    @Override
    public Severity least() {
        return Severity.INFO;
    }

    @Override
    public Sent send(Notice notice) {
        LogContext context = notice.account().map(LogContext::of).orElseGet(LogContext::empty);
        try (var _ = context.open()) {
            write(notice);
        }
        return new Sent.Taken();
    }

    @Override
    public String scrubbed(String text) {
        return text;
    }

    private static void write(Notice notice) {
        switch (notice.severity()) {
            case INFO -> LOG.info("{} (event {})", notice.subject(), notice.eventId());
            case WARNING -> LOG.warn("{} (event {})", notice.subject(), notice.eventId());
            case CRITICAL -> LOG.error("{} (event {})", notice.subject(), notice.eventId());
        }
    }
}
