package io.opspipeline.exchange.wire;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// A published description of an API.
///
/// @param root the whole document
record OpenApi(JsonNode root) {

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDialect(Dialects.getDraft202012());

    static OpenApi read(Path file) {
        return new OpenApi(new YAMLMapper().readTree(file));
    }

    /// What is wrong with an answer to an operation.
    List<String> faults(String method, String operation, int status, JsonNode answer) {
        JsonNode schema =
                root.path("paths")
                        .path(operation)
                        .path(method)
                        .path("responses")
                        .path(Integer.toString(status))
                        .path("content")
                        .path("application/json")
                        .path("schema");
        // References are resolved within the one document.
        ObjectNode document = ((ObjectNode) schema).deepCopy();
        document.set("components", root.get("components"));
        return REGISTRY
                .getSchema(document)
                .validate(
                        answer,
                        context ->
                                context.executionConfig(
                                        config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Error::toString)
                .toList();
    }
}
