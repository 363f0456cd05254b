package io.opspipeline.reliability.submit;

import io.opspipeline.persistence.sql.Database;
import io.opspipeline.reliability.world.Scratch;
import io.opspipeline.reliability.world.ScratchDatabases;
import io.opspipeline.reliability.world.Workers;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.LongStream;

/// Many submits without a readable answer, a world of some thousand after the other, as many worlds
/// at once as there are cores.
public final class Submits {

    /// A world's share: few enough that its books stay small.
    private static final int SHARE = 2_000;

    /// Worlds of two seeds are never the same.
    private static final long WORLDS = 1_000_000;

    private Submits() {}

    /// Tries them on stores in memory.
    ///
    /// @param count how many, at least 1
    /// @param seed of all that is drawn
    /// @param told hears what each world came to
    public static SubmitTally inMemory(long count, long seed, Consumer<SubmitTally> told) {
        return all(count, seed, told, plan -> SubmitWorld.run(plan, _ -> EntryStores.memory()));
    }

    /// Tries them on PostgreSQL, each world in a database of its own.
    ///
    /// @param count how many, at least 1
    /// @param seed of all that is drawn
    /// @param told hears what each world came to
    public static SubmitTally onPostgresql(
            long count, long seed, Consumer<SubmitTally> told, ScratchDatabases databases) {
        return all(count, seed, told, plan -> onPostgresql(plan, databases));
    }

    static SubmitTally onPostgresql(SubmitPlan plan, ScratchDatabases databases) {
        try (Scratch database = databases.fresh()) {
            return SubmitWorld.run(
                    plan, clock -> EntryStores.postgresql(Database.over(database.pool()), clock));
        }
    }

    private static SubmitTally all(
            long count,
            long seed,
            Consumer<SubmitTally> told,
            Function<SubmitPlan, SubmitTally> world) {
        return Workers.each(plans(count, seed), world, told).stream()
                .reduce(SubmitTally.NONE, SubmitTally::plus);
    }

    private static List<SubmitPlan> plans(long count, long seed) {
        long worlds = (count + SHARE - 1) / SHARE;
        return LongStream.range(0, worlds)
                .mapToObj(world ->
                        SubmitPlan.of(
                                seed * WORLDS + world,
                                (int) Math.min(SHARE, count - world * SHARE)))
                .toList();
    }
}
