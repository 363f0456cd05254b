package io.opspipeline.cli.shell;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// How a command ended. The numbers never change their meaning.
public final class ExitCode {

    /// It did what it should.
    public static final int DONE = 0;

    /// It failed on the way.
    public static final int FAILED = 1;

    /// What it was given cannot be used: an option, a setting, a file, a query.
    public static final int BAD_INPUT = 2;

    /// There is nothing to show yet.
    public static final int NOTHING_YET = 3;

    /// It was refused, because it would not be safe: a check failed, or a person must confirm.
    public static final int REFUSED = 4;

    /// It needs a running system, and nothing is up here.
    public static final int NOT_UP = 5;

    private ExitCode() {}

    /// What each code means, in words for people: the one place that says so.
    public static Map<String, String> meanings() {
        Map<String, String> meanings = new LinkedHashMap<>();
        meanings.put("0", "done");
        meanings.put("1", "failed on the way, or found something that is not well");
        meanings.put("2", "an option, setting, file or query cannot be used");
        meanings.put("3", "there is nothing to show yet");
        meanings.put("4", "refused, because it would not be safe");
        meanings.put("5", "nothing is up here");
        return Collections.unmodifiableMap(meanings);
    }
}
