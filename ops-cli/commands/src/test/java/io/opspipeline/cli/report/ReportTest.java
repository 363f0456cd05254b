package io.opspipeline.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.cli.TradedHome;
import io.opspipeline.cli.shell.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(TradedHome.class)
class ReportTest {

    private static final Pattern DATA =
            Pattern.compile("const data = (\\{.*?});</script>", Pattern.DOTALL);

    private String page = "";

    @BeforeEach
    void read() throws IOException {
        page = Files.readString(Home.folder().resolve("report.html"));
    }

    @Test
    @DisplayName("the page loads nothing from anywhere")
    void loadsNothing() {
        String shell = page.replaceAll("(?s)<script>.*?</script>", "");

        assertThat(shell)
                .doesNotContainIgnoringCase("http:", "https:", "src=", "<link", "@import", "url(");
        assertThat(page).doesNotContain("<script src", "import(", "/*CHARTS*/", "/*DATA*/");
    }

    @Test
    void holdsTheChartLibrary() {
        assertThat(page).contains("echarts").hasSizeGreaterThan(900_000);
    }

    @Test
    void holdsTheDay(TradedHome.Past past) {
        JsonNode data = data();

        assertThat(data.get("heading").get("proof").get("journalSha256").asString())
                .isEqualTo(past.demo().json().get("journalSha256").asString());
        assertThat(data.get("equity").propertyNames()).containsExactly("large", "tiny");
        assertThat(data.get("trades").size())
                .isEqualTo(
                        past.demo().json().get("closed").asInt()
                                + past.demo().json().get("open").asInt());
        assertThat(data.get("prices").propertyNames())
                .containsExactlyElementsOf(data.get("marks").propertyNames());
        assertThat(data.get("prices").get("NVDA").size()).isEqualTo(210);
        assertThat(data.get("funnel").get(0).get("step").asString()).isEqualTo("signals");
    }

    private JsonNode data() {
        Matcher matcher = DATA.matcher(page);
        assertThat(matcher.find()).isTrue();
        return JsonMapper.shared().readTree(matcher.group(1));
    }
}
