package io.opspipeline.reliability.memory;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Rows by a unique key, in the order they were added. Changes belong in a transaction.
final class Table<K, V> {

    private final Transactions transactions;
    private final Map<K, V> rows = new LinkedHashMap<>();

    Table(Transactions transactions) {
        this.transactions = transactions;
    }

    Optional<V> find(K key) {
        return Optional.ofNullable(rows.get(key));
    }

    Stream<V> all() {
        return rows.values().stream();
    }

    /// A copy, for who changes rows while looking at them.
    Collection<V> copied() {
        return all().toList();
    }

    int count() {
        return rows.size();
    }

    /// Adds a row; false when its key is taken.
    boolean add(K key, V row) {
        boolean free = rows.putIfAbsent(key, row) == null;
        if (free) {
            transactions.changed(() -> rows.remove(key));
        }
        return free;
    }

    /// Adds a row or puts it in the place of the one with its key.
    void put(K key, V row) {
        V before = rows.put(key, row);
        transactions.changed(() -> {
            if (before == null) {
                rows.remove(key);
            } else {
                rows.put(key, before);
            }
        });
    }
}
