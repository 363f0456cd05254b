package io.opspipeline.exchange.wire.stream;

import io.opspipeline.domain.account.AccountId;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// The server's side of one connection's talk. Called by one thread at a time.
interface Conversation {

    /// The connection is open.
    void opened();

    /// The client sent an object.
    void heard(ObjectNode message);

    /// The client sent something else.
    void heardNoise();

    /// Whose it is, once the client said so.
    Optional<AccountId> account();

    /// The way to the client.
    Connection connection();
}
