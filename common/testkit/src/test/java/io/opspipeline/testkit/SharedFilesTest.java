package io.opspipeline.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

class SharedFilesTest {

    @Test
    void findsNothingThatIsNotThere() {
        assertThat(SharedFiles.find("no/such/file.csv")).isEmpty();
    }

    @Test
    void skipsATestThatNeedsAnAbsentFile() {
        assertThatThrownBy(() -> SharedFiles.require("no/such/file.csv"))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("shared/data/no/such/file.csv");
    }

    @Test
    void findsTheTopOfTheRepository() {
        assertThat(RepositoryFiles.root().resolve("db/migrations")).isDirectory();
    }
}
