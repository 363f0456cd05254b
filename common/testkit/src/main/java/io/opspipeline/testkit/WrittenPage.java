package io.opspipeline.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A page in `docs` that a test writes. A page that several tests write has a [PageSection] of
/// each.
public final class WrittenPage {

    /// The system property that asks for pages to be written.
    static final String WRITE = "ops.docs.write";

    /// What to do about a page that says something else.
    static final String ADVICE =
            "run this test with -D%s=true, and look at what has changed".formatted(WRITE);

    private final Path page;

    /// @param page such as `docs/cli.md`
    public WrittenPage(String page) {
        this.page = RepositoryFiles.root().resolve(page);
    }

    /// Fails when the page says something else; with `-Dops.docs.write=true` it is written first.
    public void requireSays(String text) throws IOException {
        if (Boolean.getBoolean(WRITE)) {
            Files.writeString(page, text);
        }
        assertThat(page).as(ADVICE).exists().hasContent(text);
    }
}
