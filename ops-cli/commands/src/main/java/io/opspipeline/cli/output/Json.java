package io.opspipeline.cli.output;

import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// JSON for programs: members in the order of the record, instants in ISO, decimals plain.
public final class Json {

    private static final ObjectWriter WRITER =
            JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                    .build()
                    .writer();

    private Json() {}

    /// A value as indented JSON.
    public static String of(Object value) {
        return WRITER.writeValueAsString(value);
    }
}
