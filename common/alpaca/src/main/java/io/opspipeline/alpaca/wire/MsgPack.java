package io.opspipeline.alpaca.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import org.msgpack.core.MessageBufferPacker;
import org.msgpack.core.MessageFormat;
import org.msgpack.core.MessagePack;
import org.msgpack.core.MessagePackException;
import org.msgpack.core.MessagePacker;
import org.msgpack.core.MessageUnpacker;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// MsgPack to and from the trees of [WireNode]. The timestamp extension becomes text, as JSON has
/// it; extensions and bytes of other kinds become null.
public final class MsgPack {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int DEEPEST = 16;

    static {
        // By default the library goes through sun.misc.Unsafe, of which the JDK warns aloud.
        System.setProperty("msgpack.universal-buffer", "true");
    }

    private MsgPack() {}

    /// The value in a message, or empty when it is no MsgPack.
    public static Optional<WireNode> parse(byte[] message) {
        try (MessageUnpacker unpacker = MessagePack.newDefaultUnpacker(message)) {
            return Optional.of(WireNode.of(read(unpacker, 0)));
        } catch (IOException | MessagePackException _) {
            return Optional.empty();
        }
    }

    /// The bytes of what we say: objects, arrays and texts.
    public static byte[] pack(JsonNode message) {
        try (MessageBufferPacker packer = MessagePack.newDefaultBufferPacker()) {
            write(packer, message);
            return packer.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written", e);
        }
    }

    private static JsonNode read(MessageUnpacker unpacker, int depth) throws IOException {
        if (depth > DEEPEST) {
            throw new MessagePackException("nested too deep");
        }
        MessageFormat format = unpacker.getNextFormat();
        return switch (format.getValueType()) {
            case STRING -> NODES.stringNode(unpacker.unpackString());
            case INTEGER -> NODES.numberNode(unpacker.unpackBigInteger());
            case FLOAT ->
                    format == MessageFormat.FLOAT32
                            ? NODES.numberNode(unpacker.unpackFloat())
                            : NODES.numberNode(unpacker.unpackDouble());
            case BOOLEAN -> NODES.booleanNode(unpacker.unpackBoolean());
            case ARRAY -> array(unpacker, depth);
            case MAP -> object(unpacker, depth);
            case EXTENSION, BINARY, NIL -> other(unpacker);
        };
    }

    private static JsonNode other(MessageUnpacker unpacker) throws IOException {
        var value = unpacker.unpackValue();
        return value.isTimestampValue()
                ? NODES.stringNode(value.asTimestampValue().toInstant().toString())
                : NODES.nullNode();
    }

    private static ArrayNode array(MessageUnpacker unpacker, int depth) throws IOException {
        ArrayNode array = NODES.arrayNode();
        int size = unpacker.unpackArrayHeader();
        for (int i = 0; i < size; i++) {
            array.add(read(unpacker, depth + 1));
        }
        return array;
    }

    private static ObjectNode object(MessageUnpacker unpacker, int depth) throws IOException {
        ObjectNode object = NODES.objectNode();
        int size = unpacker.unpackMapHeader();
        for (int i = 0; i < size; i++) {
            String name = unpacker.unpackString();
            object.set(name, read(unpacker, depth + 1));
        }
        return object;
    }

    private static void write(MessagePacker packer, JsonNode node) throws IOException {
        switch (node) {
            case ObjectNode object -> {
                packer.packMapHeader(object.size());
                for (Map.Entry<String, JsonNode> member : object.properties()) {
                    packer.packString(member.getKey());
                    write(packer, member.getValue());
                }
            }
            case ArrayNode array -> {
                packer.packArrayHeader(array.size());
                for (JsonNode element : array) {
                    write(packer, element);
                }
            }
            default -> packer.packString(node.asString());
        }
    }
}
