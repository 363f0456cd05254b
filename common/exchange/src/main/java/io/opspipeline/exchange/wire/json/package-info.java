/// JSON as Alpaca writes it, made and read.
///
/// ## Entry points
///
/// [io.opspipeline.exchange.wire.json.JsonRow] makes an object member by member;
/// [io.opspipeline.exchange.wire.json.Json] reads and prints.
///
/// ## Invariants
///
/// 1. Members stand in the order they were put, so equal things print equally.
/// 2. A decimal is printed in full, without exponent and without trailing zeros.
@NullMarked
package io.opspipeline.exchange.wire.json;

import org.jspecify.annotations.NullMarked;
