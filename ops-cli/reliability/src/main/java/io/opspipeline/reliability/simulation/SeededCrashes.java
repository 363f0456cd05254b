package io.opspipeline.reliability.simulation;

import io.opspipeline.reliability.world.Boundary;
import io.opspipeline.reliability.world.Crashes;
import java.util.Map;
import java.util.TreeMap;

/// Kills at random boundaries, until it is over; and counts where.
final class SeededCrashes implements Crashes {

    private static final double CHANCE = 0.002;

    private final Draws draws;
    private final Map<String, Integer> places = new TreeMap<>();
    private boolean over;

    SeededCrashes(Draws draws) {
        this.draws = draws;
    }

    void end() {
        over = true;
    }

    /// How often processes died at each kind of boundary.
    Map<String, Integer> places() {
        return places;
    }

    @Override
    public boolean killsAt(Boundary boundary) {
        boolean kills = !over && draws.of("crash " + boundary.role()).nextDouble() < CHANCE;
        if (kills) {
            places.merge(boundary.toString(), 1, Integer::sum);
        }
        return kills;
    }
}
