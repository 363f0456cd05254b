package io.opspipeline.cli.logs;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A file that is still being written, read line by line as `tail -F` does: a file that takes its
/// place is read from its start, after the rest of the old one; one that was cut, from its start.
final class LogFile implements AutoCloseable {

    private static final int CHUNK = 64 * 1024;

    private final Path path;
    private final ByteBuffer buffer = ByteBuffer.allocate(CHUNK);
    private final ByteArrayOutputStream begun = new ByteArrayOutputStream();
    private @Nullable FileChannel channel;
    private @Nullable Object identity;
    private long position;

    LogFile(Path path) {
        this.path = path;
    }

    Path path() {
        return path;
    }

    /// The whole lines that were written since the last call; none while there is no file.
    List<String> poll() throws IOException {
        List<String> lines = new ArrayList<>();
        if (channel == null) {
            open();
        }
        read(lines);
        if (isReplaced()) {
            read(lines);
            close();
            open();
            read(lines);
        }
        return lines;
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
        channel = null;
    }

    private void open() throws IOException {
        try {
            identity = Files.readAttributes(path, BasicFileAttributes.class).fileKey();
            channel = FileChannel.open(path, StandardOpenOption.READ);
            restart();
        } catch (NoSuchFileException e) {
            channel = null;
        }
    }

    private void restart() {
        position = 0;
        begun.reset();
    }

    /// A missing file is about to come back: until then the old one is the one to read.
    private boolean isReplaced() throws IOException {
        try {
            Object now = Files.readAttributes(path, BasicFileAttributes.class).fileKey();
            return channel != null && now != null && !now.equals(identity);
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private void read(List<String> lines) throws IOException {
        if (channel == null) {
            return;
        }
        if (channel.size() < position) {
            restart();
        }
        while (channel.read(buffer.clear(), position) > 0) {
            position += buffer.position();
            split(lines);
        }
    }

    private void split(List<String> lines) {
        buffer.flip();
        while (buffer.hasRemaining()) {
            byte next = buffer.get();
            if (next == '\n') {
                lines.add(begun.toString(StandardCharsets.UTF_8).stripTrailing());
                begun.reset();
            } else {
                begun.write(next);
            }
        }
    }
}
