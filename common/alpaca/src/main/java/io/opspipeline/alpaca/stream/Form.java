package io.opspipeline.alpaca.stream;

/// How a stream writes what is said over it.
enum Form {
    /// JSON; what we hear may come as text or as bytes.
    JSON,
    /// MsgPack in bytes. Text that comes nevertheless is JSON.
    MSGPACK
}
