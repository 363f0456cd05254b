package io.opspipeline.reliability.scenario;

import io.opspipeline.reliability.world.World;

/// Something that is done to a world at an instant.
@FunctionalInterface
public interface Act {

    /// Does it.
    void in(World world);
}
