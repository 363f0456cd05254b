package io.opspipeline.local.bench;

import io.opspipeline.runtime.service.ServiceDescription;
import java.util.regex.Pattern;

/// A service between what is sent and the order that arrives.
///
/// @param application the service
/// @param threads the whole names of its threads that do this work; what its other threads do
///   meanwhile, such as jobs by schedule, leases and listening for wake-ups, keeps no order waiting
record Step(Class<?> application, Pattern threads) {

    static Step of(Class<?> application, String threads) {
        return new Step(application, Pattern.compile(threads));
    }

    String service() {
        return ServiceDescription.of(application).name();
    }

    boolean isDoneBy(String thread) {
        return threads.matcher(thread).matches();
    }
}
