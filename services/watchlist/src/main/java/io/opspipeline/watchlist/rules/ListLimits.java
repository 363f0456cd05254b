package io.opspipeline.watchlist.rules;

import java.time.Duration;

/// Who may enter and who must leave.
///
/// @param enterFrom a score that lets a ticker in, 0 to 100
/// @param leaveBelow a score below which it leaves, at most `enterFrom`
/// @param leastStay how long it stays whatever its score
/// @param most names on the list
public record ListLimits(double enterFrom, double leaveBelow, Duration leastStay, int most) {}
