package io.opspipeline.local.bench;

/// When the services on a path waited for somebody else.
///
/// @param http a request to the broker was out
/// @param database a thread sent to PostgreSQL or waited for its answer
record Calls(Spans http, Spans database) {}
