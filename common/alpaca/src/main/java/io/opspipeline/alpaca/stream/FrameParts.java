package io.opspipeline.alpaca.stream;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// Joins the parts of a frame, text or binary.
final class FrameParts {

    private final StringBuilder text = new StringBuilder();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    void add(CharSequence part) {
        text.append(part);
    }

    void add(ByteBuffer part) {
        byte[] copied = new byte[part.remaining()];
        part.get(copied);
        bytes.writeBytes(copied);
    }

    /// The whole frame; the next one starts empty.
    String take() {
        String whole = text + bytes.toString(StandardCharsets.UTF_8);
        text.setLength(0);
        bytes.reset();
        return whole;
    }
}
