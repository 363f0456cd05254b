/// Stores of accounts, universe, bars, features, signals and what else more than one service
/// shares.
@NullMarked
package io.opspipeline.ports.store;

import org.jspecify.annotations.NullMarked;
