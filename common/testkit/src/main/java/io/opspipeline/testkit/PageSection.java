package io.opspipeline.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A section of a page in `docs` that a test writes, from its heading to the next one.
public final class PageSection {

    private final Path page;
    private final Pattern section;
    private final String heading;

    /// @param page such as `docs/crash-points.md`
    /// @param heading of the section, without its marks
    public PageSection(String page, String heading) {
        this.page = RepositoryFiles.root().resolve(page);
        this.heading = heading;
        section =
                Pattern.compile(
                        "^## " + Pattern.quote(heading) + "\n.*?(?=^## |\\z)",
                        Pattern.MULTILINE | Pattern.DOTALL);
    }

    /// Fails when the section says something else; with `-Dops.docs.write=true` it is written
    /// first.
    public void requireSays(String text) throws IOException {
        String wanted = "## %s\n%s\n".formatted(heading, text.strip());
        if (Boolean.getBoolean(WrittenPage.WRITE)) {
            write(wanted);
        }
        Matcher now = section.matcher(Files.readString(page));
        assertThat(now.find()).as("%s has the section %s", page, heading).isTrue();
        assertThat(now.group().stripTrailing())
                .as(WrittenPage.ADVICE)
                .isEqualTo(wanted.stripTrailing());
    }

    private void write(String wanted) throws IOException {
        String whole = Files.readString(page);
        Matcher old = section.matcher(whole);
        if (old.find()) {
            String rest = whole.substring(old.end());
            String gap = rest.isEmpty() ? "" : "\n";
            Files.writeString(page, whole.substring(0, old.start()) + wanted + gap + rest);
        } else {
            Files.writeString(page, whole.stripTrailing() + "\n\n" + wanted);
        }
    }
}
