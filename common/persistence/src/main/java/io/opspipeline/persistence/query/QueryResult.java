package io.opspipeline.persistence.query;

import java.util.List;
import java.util.Optional;

/// What a query gave, as the server prints it.
///
/// @param columns their labels, in order
/// @param rows each with one value per column; empty for null
/// @param isCut true when there were more rows
public record QueryResult(List<String> columns, List<List<Optional<String>>> rows, boolean isCut) {}
