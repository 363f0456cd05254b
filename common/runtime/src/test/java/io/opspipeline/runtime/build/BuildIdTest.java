package io.opspipeline.runtime.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Properties;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BuildIdTest {

    @Test
    @DisplayName("A-16: the build id names version and commit of this very build")
    void namesVersionAndCommit() {
        assertThat(BuildId.current().value()).matches("[0-9].*\\+[0-9a-f]{12}(-dirty)?");
    }

    @Test
    void saysWhenSourcesWereNotCommitted() {
        assertThat(BuildId.of(build("1.0", "abc", "false"))).hasToString("1.0+abc");
        assertThat(BuildId.of(build("1.0", "abc", "true"))).hasToString("1.0+abc-dirty");
    }

    @Test
    void refusesABuildThatDoesNotSayItsCommit() {
        assertThatThrownBy(() -> BuildId.of(new Properties()))
                .hasMessage("build.properties has no git.build.version; build with ./mvnw");
    }

    private static Properties build(String version, String commit, String dirty) {
        var build = new Properties();
        build.setProperty("git.build.version", version);
        build.setProperty("git.commit.id.abbrev", commit);
        build.setProperty("git.dirty", dirty);
        return build;
    }
}
