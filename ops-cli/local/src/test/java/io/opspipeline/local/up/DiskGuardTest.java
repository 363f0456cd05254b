package io.opspipeline.local.up;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskGuardTest {

    private final List<Long> told = new ArrayList<>();

    @Test
    @DisplayName("less than 1 GiB of disk is told once, and again when it was more meanwhile")
    void tellsOnceWhileShort() {
        var free = new AtomicLong(DiskGuard.LEAST);
        var guard = new DiskGuard(free::get, told::add);
        guard.look();
        assertThat(told).isEmpty();

        free.decrementAndGet();
        guard.look();
        guard.look();
        assertThat(told).containsExactly(DiskGuard.LEAST - 1);

        free.set(DiskGuard.LEAST);
        guard.look();
        free.set(5);
        guard.look();
        assertThat(told).containsExactly(DiskGuard.LEAST - 1, 5L);
    }

    @Test
    void readsTheRoomOfAFolder(@TempDir Path home) {
        DiskGuard.of(home, told::add).look();

        assertThat(told).allMatch(bytes -> bytes < DiskGuard.LEAST);
    }
}
