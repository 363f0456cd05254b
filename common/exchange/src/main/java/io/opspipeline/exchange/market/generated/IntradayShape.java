package io.opspipeline.exchange.market.generated;

/// How variance and volume spread over the minutes of a session: high after the open, low at noon,
/// higher again into the close. Shares of a session sum to 1.
final class IntradayShape {

    private IntradayShape() {}

    /// Each minute's share of the session's variance.
    static double[] variance(int minutes) {
        return shares(minutes, 2.2, 0.7);
    }

    /// Each minute's share of the session's volume.
    static double[] volume(int minutes) {
        return shares(minutes, 2.8, 2.2);
    }

    /// Running sums of shares: element m is what has passed when minute m begins; the last is 1.
    static double[] cumulated(double[] shares) {
        double[] sums = new double[shares.length + 1];
        for (int minute = 0; minute < shares.length; minute++) {
            sums[minute + 1] = sums[minute] + shares[minute];
        }
        sums[shares.length] = 1;
        return sums;
    }

    private static double[] shares(int minutes, double morning, double evening) {
        double[] shares = new double[minutes];
        double sum = 0;
        for (int minute = 0; minute < minutes; minute++) {
            double passed = (minute + 0.5) / minutes;
            shares[minute] =
                    0.7
                            + morning * StrictMath.exp(-passed / 0.07)
                            + evening * StrictMath.exp(-(1 - passed) / 0.09);
            sum += shares[minute];
        }
        for (int minute = 0; minute < minutes; minute++) {
            shares[minute] /= sum;
        }
        return shares;
    }
}
