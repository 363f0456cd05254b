package io.opspipeline.alpaca.stream;

import io.opspipeline.alpaca.wire.MsgPack;
import io.opspipeline.alpaca.wire.WireNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/// One whole frame as it came.
sealed interface Frame {

    /// What is in it; empty when that cannot be read.
    Optional<WireNode> read();

    /// JSON, as text or as bytes that hold UTF-8.
    record Text(String text) implements Frame {

        static Text of(byte[] utf8) {
            return new Text(new String(utf8, StandardCharsets.UTF_8));
        }

        @Override
        public Optional<WireNode> read() {
            return WireNode.parse(text);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /// MsgPack.
    @SuppressWarnings("ArrayRecordComponent") // made for one reader and thrown away
    record Packed(byte[] bytes) implements Frame {

        private static final int LOGGED_BYTES = 200;

        @Override
        public Optional<WireNode> read() {
            return MsgPack.parse(bytes);
        }

        @Override
        public String toString() {
            int length = Math.min(bytes.length, LOGGED_BYTES);
            return HexFormat.of().formatHex(Arrays.copyOf(bytes, length));
        }
    }
}
