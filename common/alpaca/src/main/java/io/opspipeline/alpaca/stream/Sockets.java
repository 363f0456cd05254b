package io.opspipeline.alpaca.stream;

import io.opspipeline.alpaca.AlpacaSettings;
import io.opspipeline.alpaca.access.Surroundings;
import io.opspipeline.alpaca.http.Jitter;
import java.net.URI;
import java.net.http.HttpClient;

/// Makes the sockets of all streams.
public final class Sockets {

    private final HttpClient client;
    private final AlpacaSettings settings;
    private final Surroundings around;

    /// @param client shared with the requests
    /// @param settings where the streams are, and how they are watched
    /// @param around clock, timers and frame count
    public Sockets(HttpClient client, AlpacaSettings settings, Surroundings around) {
        this.client = client;
        this.settings = settings;
        this.around = around;
    }

    Socket trading(String name, Conversation conversation) {
        return socket(settings.tradingStreamUrl(), name, conversation);
    }

    Socket bars(String name, Conversation conversation) {
        return socket(settings.barStreamUrl(), name, conversation);
    }

    private Socket socket(URI url, String name, Conversation conversation) {
        return new Socket(
                client,
                url,
                name,
                around,
                settings.requestTimeout(),
                settings.pingEvery(),
                new Jitter(settings.jitter(), settings.jitterSeed() + name.hashCode()),
                conversation);
    }
}
