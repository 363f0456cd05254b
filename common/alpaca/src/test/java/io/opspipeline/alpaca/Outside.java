package io.opspipeline.alpaca;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Everything beyond this machine: whatever a client that is made meanwhile sends to another host
/// is heard here, and goes no further.
final class Outside implements AutoCloseable {

    private static final String REFUSAL =
            "HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

    private final ServerSocket door;
    private final ProxySelector before = ProxySelector.getDefault();
    private final List<String> heard = new CopyOnWriteArrayList<>();

    Outside() {
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var _ = Thread.ofVirtual().start(this::listen);
        ProxySelector.setDefault(
                new ToTheDoor(new Proxy(Proxy.Type.HTTP, door.getLocalSocketAddress())));
    }

    /// The first line of each request.
    List<String> heard() {
        return List.copyOf(heard);
    }

    @Override
    public void close() {
        ProxySelector.setDefault(before);
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void listen() {
        try {
            while (true) {
                try (Socket guest = door.accept()) {
                    var words =
                            new BufferedReader(
                                    new InputStreamReader(
                                            guest.getInputStream(), StandardCharsets.US_ASCII));
                    heard.add(String.valueOf(words.readLine()));
                    guest.getOutputStream().write(REFUSAL.getBytes(StandardCharsets.US_ASCII));
                }
            }
        } catch (SocketException _) {
            // The door is closed.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class ToTheDoor extends ProxySelector {

        private final Proxy proxy;

        ToTheDoor(Proxy proxy) {
            this.proxy = proxy;
        }

        @Override
        public List<Proxy> select(URI uri) {
            boolean isHere = uri.getHost().equals("127.0.0.1");
            return List.of(isHere ? Proxy.NO_PROXY : proxy);
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
