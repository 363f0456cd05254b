package io.opspipeline.reliability.memory;

/// Whose contract is tested.
enum StoreKind {
    MEMORY,
    POSTGRESQL
}
