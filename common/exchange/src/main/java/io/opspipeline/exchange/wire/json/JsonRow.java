package io.opspipeline.exchange.wire.json;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// An object under construction, member by member. The trading API writes numbers as text
/// ([#decimalText]), the data API as numbers ([#number]).
public final class JsonRow {

    private final ObjectNode node = JsonNodeFactory.instance.objectNode();

    /// A text.
    public JsonRow text(String name, String value) {
        node.put(name, value);
        return this;
    }

    /// A text, or null.
    public JsonRow text(String name, Optional<String> value) {
        value.ifPresentOrElse(text -> node.put(name, text), () -> node.putNull(name));
        return this;
    }

    /// An instant as RFC 3339 in UTC.
    public JsonRow instant(String name, Instant value) {
        return text(name, value.toString());
    }

    /// An instant, or null.
    public JsonRow instant(String name, Optional<Instant> value) {
        return text(name, value.map(Instant::toString));
    }

    /// A decimal as text, such as `"1.28"`.
    public JsonRow decimalText(String name, BigDecimal value) {
        return text(name, Json.plain(value));
    }

    /// A decimal as text, or null.
    public JsonRow decimalText(String name, Optional<BigDecimal> value) {
        return text(name, value.map(Json::plain));
    }

    /// A whole number as text.
    public JsonRow wholeText(String name, long value) {
        return text(name, Long.toString(value));
    }

    /// A decimal as a number.
    public JsonRow number(String name, BigDecimal value) {
        node.put(name, Json.canonical(value));
        return this;
    }

    /// A whole number.
    public JsonRow number(String name, long value) {
        node.put(name, value);
        return this;
    }

    /// A flag.
    public JsonRow flag(String name, boolean value) {
        node.put(name, value);
        return this;
    }

    /// An object or an array.
    public JsonRow child(String name, JsonNode value) {
        node.set(name, value);
        return this;
    }

    /// An object, left out when there is none.
    public JsonRow optional(String name, Optional<? extends JsonNode> value) {
        value.ifPresent(child -> node.set(name, child));
        return this;
    }

    /// Members that are null.
    public JsonRow nulls(String... names) {
        for (String name : names) {
            node.putNull(name);
        }
        return this;
    }

    /// The object.
    public ObjectNode node() {
        return node;
    }
}
