/// Reads what a mutation run found.
///
/// ## Entry points
///
/// [io.opspipeline.testkit.mutation.MutationScore], run by the Maven profile `mutation`.
@NullMarked
package io.opspipeline.testkit.mutation;

import org.jspecify.annotations.NullMarked;
