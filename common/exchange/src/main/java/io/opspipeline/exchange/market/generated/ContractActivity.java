package io.opspipeline.exchange.market.generated;

/// How much a contract is traded.
///
/// @param today contracts that this session will trade by its close
/// @param previous contracts that the session before traded
/// @param openInterest contracts open at the end of the session before
record ContractActivity(long today, long previous, int openInterest) {}
