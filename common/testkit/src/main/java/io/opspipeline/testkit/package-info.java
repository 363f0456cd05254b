/// What the tests of every module share: a PostgreSQL per test, shared files, seeded cases, time.
///
/// ## Entry points
///
/// - [io.opspipeline.testkit.PostgresExtension]: a migrated, empty database for each test.
/// - [io.opspipeline.testkit.SharedFiles]: data sets that stand beside the repository.
/// - [io.opspipeline.testkit.Seeds]: property tests whose failing case can be run again.
/// - [io.opspipeline.testkit.WrittenPage], [io.opspipeline.testkit.PageSection]: a page that a test
///   writes, and a section of one.
/// - [io.opspipeline.testkit.PublishedSessions]: the sessions of ten years as lists of days.
/// - [io.opspipeline.testkit.SettableClock]: time that a test moves.
///
/// ## Invariants
///
/// 1. Nothing here sees another module of ours, so every module can be tested with it.
/// 2. Two tests never share a database.
/// 3. A test that did not run for want of a file says so; it does not pass.
@NullMarked
package io.opspipeline.testkit;

import org.jspecify.annotations.NullMarked;
