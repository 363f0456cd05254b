package io.opspipeline.reliability.world;

import io.opspipeline.domain.job.Topic;
import io.opspipeline.runtime.job.WakeUpRouter;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Brings news of committed rows to every process, as the database does to all that listen.
final class Announcements {

    private final List<WakeUpRouter> listening = new CopyOnWriteArrayList<>();

    void add(WakeUpRouter router) {
        listening.add(router);
    }

    void remove(WakeUpRouter router) {
        listening.remove(router);
    }

    void announce(Topic topic, Instant asOf) {
        listening.forEach(router -> router.woken(topic, asOf));
    }
}
