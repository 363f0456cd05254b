package io.opspipeline.persistence.market;

import io.opspipeline.persistence.sql.Column;
import io.opspipeline.persistence.sql.Database;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// Knows which days have partitions, and makes those that are missing. One that was made in a
/// transaction is known when that has committed: until then it may be undone.
final class DayPartitions {

    private final Database database;
    private final Set<LocalDate> known = ConcurrentHashMap.newKeySet();

    DayPartitions(Database database) {
        this.database = database;
    }

    /// Makes sure that rows of these instants can be stored.
    void ensure(Collection<Instant> instants) {
        Set<LocalDate> missing =
                instants.stream()
                        .map(instant -> instant.atOffset(ZoneOffset.UTC).toLocalDate())
                        .collect(Collectors.toCollection(TreeSet::new));
        missing.removeAll(known);
        if (missing.isEmpty()) {
            return;
        }
        database.jdbc()
                .sql(
                        "select ensure_day_partitions(day) from unnest(:days::date[]) as day order by day")
                .param("days", Column.texts(missing, day -> day))
                .query((_, _) -> true)
                .list();
        database.afterCommit(() -> known.addAll(missing));
    }
}
