/// The schema and how it comes to be.
///
/// ## Entry points
///
/// [io.opspipeline.persistence.schema.SchemaMigration].
///
/// ## Invariants
///
/// 1. A jar without migrations is refused.
/// 2. A migration that was applied never changes: its checksum is compared.
@NullMarked
package io.opspipeline.persistence.schema;

import org.jspecify.annotations.NullMarked;
