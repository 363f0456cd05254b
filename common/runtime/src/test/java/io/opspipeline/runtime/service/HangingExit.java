package io.opspipeline.runtime.service;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/// A supervised process whose end in order never comes.
final class HangingExit {

    private HangingExit() {}

    /// The process.
    public static void main(String[] words) {
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(HangingExit::hang));
        Supervision.begin(System.in, _ -> {}, Duration.ofMillis(100));
        Supervision.ready(1, System.out);
        hang();
    }

    private static void hang() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
