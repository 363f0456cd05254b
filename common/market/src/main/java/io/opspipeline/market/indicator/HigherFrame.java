package io.opspipeline.market.indicator;

/// Closes of frames of several minutes, anchored at the open. The last frame of a session may be
/// shorter: it closes with the session.
final class HigherFrame {

    private static final int WINDOW = 20;
    private static final int SESSIONS = 10;

    private final int length;
    private final RollingMean closes = new RollingMean(WINDOW);
    private final LongRing sessions = new LongRing(WINDOW);
    private boolean isRunning;
    private int runningFrame;
    private int runningSession;
    private long runningClose;
    private long lastClose;

    /// Frames of a length in minutes.
    HigherFrame(int length) {
        this.length = length;
    }

    /// Takes a minute bar in.
    ///
    /// @param session number of the session, counting up by one
    /// @param minute the bar's minute of the session
    /// @param sessionLength minutes of the session
    /// @param close millionths of a dollar
    void add(int session, int minute, int sessionLength, long close) {
        int frame = minute / length;
        // The minutes at the end of a frame may have no bar; then the next bar closes it.
        if (isRunning && (frame != runningFrame || session != runningSession)) {
            closeRunning();
        }
        isRunning = true;
        runningFrame = frame;
        runningSession = session;
        runningClose = close;
        if (minute + 1 == Math.min((frame + 1) * length, sessionLength)) {
            closeRunning();
        }
    }

    /// True when there are 20 closes within the 10 sessions that end with this one.
    boolean isAvailable(int session) {
        return closes.isReady() && session - sessions.oldest() < SESSIONS;
    }

    /// The last close's side of the mean of 20: +1, -1 or 0.
    int side() {
        return closes.side(lastClose);
    }

    void clear() {
        closes.clear();
        sessions.clear();
        isRunning = false;
    }

    private void closeRunning() {
        closes.add(runningClose);
        sessions.add(runningSession);
        lastClose = runningClose;
        isRunning = false;
    }
}
