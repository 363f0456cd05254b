package io.opspipeline.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a command answered.
///
/// @param code how it ended, one of [io.opspipeline.cli.shell.ExitCode]
/// @param out standard output
/// @param err standard error
public record Answer(int code, String out, String err) {

    /// Runs a command in this JVM.
    public static Answer of(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = OpsCli.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
        return new Answer(code, out.toString(), err.toString());
    }

    /// Standard output as JSON.
    public JsonNode json() {
        return JsonMapper.shared().readTree(out);
    }

    /// What was said to the person, line by line.
    public List<String> errors() {
        return err.lines().toList();
    }
}
