package io.opspipeline.exchange.wire.stream;

import io.opspipeline.exchange.wire.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.msgpack.core.MessageBufferPacker;
import org.msgpack.core.MessagePack;
import org.msgpack.core.MessagePackException;
import org.msgpack.core.MessagePacker;
import org.msgpack.core.MessageUnpacker;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.POJONode;

/// MsgPack as Alpaca writes it: decimals are 64-bit floats, and an instant (a POJO node that holds
/// one) is the timestamp extension, type -1.
final class MsgPack {

    static {
        // By default the library goes through sun.misc.Unsafe, of which the JDK warns aloud.
        System.setProperty("msgpack.universal-buffer", "true");
    }

    private MsgPack() {}

    /// The bytes of a value; members stand in the order they were put.
    static byte[] pack(JsonNode node) {
        try (MessageBufferPacker packer = MessagePack.newDefaultBufferPacker()) {
            write(packer, node);
            return packer.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written", e);
        }
    }

    /// The object in a message; empty when it is no MsgPack or not an object.
    static Optional<ObjectNode> object(byte[] message) {
        try (MessageUnpacker unpacker = MessagePack.newDefaultUnpacker(message)) {
            return Json.object(unpacker.unpackValue().toJson());
        } catch (IOException | MessagePackException _) {
            return Optional.empty();
        }
    }

    private static void write(MessagePacker packer, JsonNode node) throws IOException {
        switch (node) {
            case ObjectNode object -> writeObject(packer, object);
            case POJONode pojo when pojo.getPojo() instanceof Instant at ->
                    packer.packTimestamp(at);
            case JsonNode text when text.isString() -> packer.packString(text.stringValue());
            case JsonNode whole when whole.isIntegralNumber() -> packer.packLong(whole.longValue());
            case JsonNode number when number.isNumber() -> packer.packDouble(number.doubleValue());
            case JsonNode flag when flag.isBoolean() -> packer.packBoolean(flag.booleanValue());
            case JsonNode list when list.isArray() -> writeArray(packer, list);
            default -> packer.packNil();
        }
    }

    private static void writeObject(MessagePacker packer, ObjectNode object) throws IOException {
        packer.packMapHeader(object.size());
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            packer.packString(member.getKey());
            write(packer, member.getValue());
        }
    }

    private static void writeArray(MessagePacker packer, JsonNode list) throws IOException {
        packer.packArrayHeader(list.size());
        for (JsonNode element : list) {
            write(packer, element);
        }
    }
}
