package io.opspipeline.runtime.service;

import io.opspipeline.domain.account.AccountId;
import java.util.Optional;

/// What the launcher tells a context about the service it is.
///
/// @param name the service's name
/// @param onlyAccount the one account it serves; empty for all
public record ServiceScope(String name, Optional<AccountId> onlyAccount) {}
