package io.opspipeline.reliability.scenario;

import io.opspipeline.reliability.world.Boundary;
import io.opspipeline.reliability.world.Crashes;

/// The connection to the database is lost at the n-th boundary of a kind; nobody dies.
///
/// @param where the boundary
record LostConnection(NthBoundary where) implements Crashes {

    @Override
    public boolean killsAt(Boundary boundary) {
        return false;
    }

    @Override
    public boolean isDone() {
        return where.isDone();
    }

    @Override
    public boolean disconnectsAt(Boundary boundary) {
        return where.isReached(boundary);
    }
}
