package io.opspipeline.alpaca.stream;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Scanner;

/// Takes in each client with a few frames, and then neither says nor hears anything: no pong, no
/// good-bye.
final class MuteServer implements AutoCloseable {

    private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    private final ServerSocket server;
    private final List<String> frames;

    /// @param frames said to each client, each shorter than 126 bytes
    MuteServer(String... frames) throws IOException {
        this.frames = List.of(frames);
        this.server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    @SuppressWarnings("resource") // the clients stay connected until the test ends
    private void serve() {
        try {
            while (true) {
                Socket client = server.accept();
                String key = key(new Scanner(client.getInputStream(), StandardCharsets.US_ASCII));
                welcome(client.getOutputStream(), key);
            }
        } catch (IOException | NoSuchAlgorithmException _) {
            // The test is over.
        }
    }

    private static String key(Scanner request) {
        String key = "";
        for (String line = request.nextLine(); !line.isEmpty(); line = request.nextLine()) {
            key = line.startsWith("Sec-WebSocket-Key:") ? line.substring(18).strip() : key;
        }
        return key;
    }

    private void welcome(OutputStream out, String key)
            throws IOException, NoSuchAlgorithmException {
        byte[] digest =
                MessageDigest.getInstance("SHA-1")
                        .digest((key + MAGIC).getBytes(StandardCharsets.US_ASCII));
        String head =
                "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: %s\r\n\r\n"
                        .formatted(Base64.getEncoder().encodeToString(digest));
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        for (String frame : frames) {
            byte[] text = frame.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
            out.write(new byte[] {(byte) 0x81, (byte) text.length});
            out.write(text);
        }
        out.flush();
    }
}
