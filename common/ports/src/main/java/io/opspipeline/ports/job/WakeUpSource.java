package io.opspipeline.ports.job;

/// The receiving end of [WakeUps] between processes.
public interface WakeUpSource extends AutoCloseable {

    /// Starts to tell the listener, on a thread of the source; the listener does not block it.
    void subscribe(WakeUpListener listener);

    /// Stops telling.
    @Override
    void close();
}
