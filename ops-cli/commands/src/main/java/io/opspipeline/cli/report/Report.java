package io.opspipeline.cli.report;

import io.opspipeline.cli.output.Json;
import io.opspipeline.exchange.market.Market;
import io.opspipeline.local.day.DayResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import javax.sql.DataSource;

/// Writes the report of a day.
public final class Report {

    private static final String TEMPLATE = "/report/report.html";
    private static final String SCRIPT = "/report/report.js";
    private static final String CHARTS = "/META-INF/resources/webjars/echarts/5.5.0/echarts.min.js";

    private Report() {}

    /// Writes `report.html` and tells where.
    ///
    /// @param source the run's database
    /// @param home the folder that the report goes to
    public static Path write(DataSource source, DayResult result, Market market, Path home) {
        String data = Json.of(new ReportReader(source).read(result, market));
        String page =
                resource(TEMPLATE)
                        .replace("/*CHARTS*/", inScript(resource(CHARTS)))
                        .replace("/*DATA*/", "const data = " + inData(data) + ";")
                        .replace("/*SCRIPT*/", inScript(resource(SCRIPT)));
        Path file = home.resolve("report.html");
        try {
            Files.createDirectories(home);
            return Files.writeString(file, page);
        } catch (IOException e) {
            throw new UncheckedIOException("the report could not be written to " + file, e);
        }
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
