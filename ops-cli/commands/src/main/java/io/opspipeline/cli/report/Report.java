package io.opspipeline.cli.report;

import io.opspipeline.cli.output.Json;
import io.opspipeline.cli.report.ReportContent.Heading;
import io.opspipeline.cli.report.ReportContent.Proof;
import io.opspipeline.exchange.market.Market;
import io.opspipeline.local.day.DayResult;
import io.opspipeline.local.day.DayResult.AccountResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Writes the report of a day.
public final class Report {

    private static final String TEMPLATE = "/report/report.html";
    private static final String SCRIPT = "/report/report.js";
    private static final String CHARTS = "/META-INF/resources/webjars/echarts/5.5.0/echarts.min.js";

    private Report() {}

    /// Writes `report.html` when a demo has ended, and tells where.
    ///
    /// @param source the run's database
    /// @param home the folder that the report goes to
    public static Path write(DataSource source, DayResult result, Market market, Path home) {
        ReportContent content =
                new ReportReader(JdbcClient.create(source))
                        .read(result.day(), heading(result, market));
        return write(byTheBooks(content, result), home.resolve("report.html"));
    }

    static Path write(ReportContent content, Path file) {
        String page =
                resource(TEMPLATE)
                        .replace("/*CHARTS*/", inScript(resource(CHARTS)))
                        .replace("/*DATA*/", "const data = " + inData(Json.of(content)) + ";")
                        .replace("/*SCRIPT*/", inScript(resource(SCRIPT)));
        try {
            Files.createDirectories(file.getParent());
            return Files.writeString(file, page);
        } catch (IOException e) {
            throw new UncheckedIOException("the report could not be written to " + file, e);
        }
    }

    private static Heading heading(DayResult result, Market market) {
        return new Heading(
                "%s, %d tickers, seed %d; market: %s"
                        .formatted(
                                result.day(),
                                market.tickers().size(),
                                result.seed(),
                                result.mode()),
                market.description().remarks(),
                "after fees, open positions at the mid",
                Optional.of(
                        new Proof(
                                result.invariants().checked(),
                                result.invariants().broken(),
                                result.journalSha256())));
    }

    private static ReportContent byTheBooks(ReportContent content, DayResult result) {
        Map<String, AccountResult> books =
                result.accounts().stream()
                        .collect(Collectors.toMap(AccountResult::account, each -> each));
        return content.with(
                content.accounts().stream()
                        .map(card ->
                                Optional.ofNullable(books.get(card.account()))
                                        .map(card::byTheBooks)
                                        .orElse(card))
                        .toList());
    }

    /// A script ends at the first end tag inside it, wherever that stands.
    private static String inScript(String text) {
        return text.replace("</", "<\\/");
    }

    /// No text in the data may open or end a script, or a comment that hides one.
    private static String inData(String json) {
        return json.replace("<", "\\u003c");
    }

    private static String resource(String name) {
        try (InputStream in = Report.class.getResourceAsStream(name)) {
            Objects.requireNonNull(in, name + " is missing from the build");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
