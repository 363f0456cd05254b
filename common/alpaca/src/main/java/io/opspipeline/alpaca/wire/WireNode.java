package io.opspipeline.alpaca.wire;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A lenient view of one JSON value. Asking for what is not there, or is of another type, gives an
/// empty answer.
public final class WireNode {

    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .build();
    private static final int LOGGED_CHARACTERS = 1_000;

    private final JsonNode node;

    private WireNode(JsonNode node) {
        this.node = node;
    }

    static WireNode of(JsonNode node) {
        return new WireNode(node);
    }

    /// The value in the text, or empty when the text is not JSON.
    public static Optional<WireNode> parse(String text) {
        try {
            JsonNode node = MAPPER.readTree(text);
            return node == null || node.isMissingNode()
                    ? Optional.empty()
                    : Optional.of(new WireNode(node));
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    /// True for `{...}`.
    public boolean isObject() {
        return node.isObject();
    }

    /// True for `[...]`.
    public boolean isArray() {
        return node.isArray();
    }

    /// A member, when it is an object.
    public Optional<WireNode> object(String name) {
        return Optional.ofNullable(node.get(name)).filter(JsonNode::isObject).map(WireNode::new);
    }

    /// The elements of an array; an array of one stands for a single object. Elements that are no
    /// objects, `null` among them, are left out.
    public List<WireNode> rows() {
        return node.isObject() ? List.of(this) : rowsOf(node);
    }

    /// The objects in a member that is an array; none when it is `null` or absent.
    public List<WireNode> rows(String name) {
        return Optional.ofNullable(node.get(name)).map(WireNode::rowsOf).orElse(List.of());
    }

    /// The texts in a member that is an array.
    public List<String> texts(String name) {
        return Optional.ofNullable(node.get(name)).filter(JsonNode::isArray).stream()
                .flatMap(JsonNode::valueStream)
                .flatMap(element -> WireScalar.text(element).stream())
                .toList();
    }

    /// The members by name, sorted, whatever they are.
    public SequencedMap<String, WireNode> members() {
        var members = new TreeMap<String, WireNode>();
        if (node.isObject()) {
            node.properties()
                    .forEach(member ->
                            members.put(member.getKey(), new WireNode(member.getValue())));
        }
        return members;
    }

    /// A member as text: a string that is not blank, or a number or flag as it is written.
    public Optional<String> text(String name) {
        return Optional.ofNullable(node.get(name)).flatMap(WireScalar::text);
    }

    /// A member as a decimal, written as a string or a number.
    public Optional<BigDecimal> decimal(String name) {
        return Optional.ofNullable(node.get(name)).flatMap(WireScalar::decimal);
    }

    /// A member as a whole number, any fraction cut off.
    public OptionalLong whole(String name) {
        return decimal(name)
                .filter(WireScalar::fitsLong)
                .map(value -> OptionalLong.of(value.longValue()))
                .orElse(OptionalLong.empty());
    }

    /// A member as a whole number that fits an `int`, any fraction cut off.
    public OptionalInt count(String name) {
        OptionalLong whole = whole(name);
        return whole.isPresent() && whole.getAsLong() == (int) whole.getAsLong()
                ? OptionalInt.of((int) whole.getAsLong())
                : OptionalInt.empty();
    }

    /// A member as a flag: `true`, `false`, or those words as a string.
    public Optional<Boolean> flag(String name) {
        return text(name)
                .filter(text -> text.equals("true") || text.equals("false"))
                .map(Boolean::valueOf);
    }

    /// A member as an instant: a date with time and any offset to the nanosecond, or a date alone,
    /// which is its first instant in New York.
    public Optional<Instant> instant(String name) {
        return text(name).flatMap(WireScalar::instant);
    }

    /// A member as a date: a date alone, or the New York date of an instant.
    public Optional<LocalDate> date(String name) {
        return text(name).flatMap(WireScalar::date);
    }

    /// The value as it came, cut to what a log line may hold.
    @Override
    public String toString() {
        String raw = node.toString();
        return raw.length() <= LOGGED_CHARACTERS
                ? raw
                : raw.substring(0, LOGGED_CHARACTERS) + "... (" + raw.length() + " characters)";
    }

    private static List<WireNode> rowsOf(JsonNode array) {
        return array.isArray()
                ? array.valueStream().filter(JsonNode::isObject).map(WireNode::new).toList()
                : List.of();
    }
}
