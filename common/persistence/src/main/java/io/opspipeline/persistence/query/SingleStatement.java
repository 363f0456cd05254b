package io.opspipeline.persistence.query;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postgresql.core.NativeQuery;
import org.postgresql.core.Parser;

/// A text that is one statement of a kind that reads. The server is what keeps it from writing;
/// this only tells people early, and keeps a statement from leaving the role it runs as.
///
/// @param sql as it is sent
record SingleStatement(String sql) {

    private static final Set<String> READING =
            Set.of("select", "with", "values", "table", "explain", "show");
    private static final Pattern FIRST_WORD = Pattern.compile("^[\\s(]*([a-zA-Z]+)");
    private static final Pattern LEAVING =
            Pattern.compile(
                    "set_config|_to_xml|pg_advisory|pg_try_advisory|dblink|\\blo_|\\bu&",
                    Pattern.CASE_INSENSITIVE);

    /// @throws QueryException saying what is wrong
    static SingleStatement of(String text) {
        List<NativeQuery> statements = parse(text);
        if (statements.size() != 1) {
            throw new QueryException("give one statement, these are " + statements.size());
        }
        String sql = statements.getFirst().nativeSql;
        String kind = firstWord(sql);
        if (!READING.contains(kind)) {
            throw new QueryException(
                    "'%s' is not a query; allowed are %s"
                            .formatted(kind, READING.stream().sorted().toList()));
        }
        Matcher leaving = LEAVING.matcher(sql);
        if (leaving.find()) {
            throw new QueryException("'" + leaving.group() + "' is not allowed in a query");
        }
        return new SingleStatement(sql);
    }

    private static List<NativeQuery> parse(String text) {
        try {
            return Parser.parseJdbcSql(text, true, false, true, false, false);
        } catch (SQLException unreadable) {
            throw new QueryException("not readable: " + unreadable.getMessage(), unreadable);
        }
    }

    private static String firstWord(String sql) {
        Matcher word = FIRST_WORD.matcher(withoutComments(sql));
        return word.find() ? word.group(1).toLowerCase(Locale.ROOT) : "";
    }

    /// Comments in front of the first word; the server ignores them.
    private static String withoutComments(String sql) {
        return sql.replaceAll("(?s)^(\\s*(--[^\\n]*(\\n|$)|/\\*.*?\\*/))+", "");
    }
}
