package io.opspipeline.local.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opspipeline.dispatcher.DispatcherApplication;
import io.opspipeline.local.day.DayRequest;
import io.opspipeline.persistence.DatabaseAddress;
import io.opspipeline.runtime.service.RunToken;
import io.opspipeline.runtime.setting.RunMode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenFileTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path home;

    @SuppressWarnings("NullAway.Init") // set before each test
    private RunFolder folder;

    @BeforeEach
    void begin() {
        folder = new RunFolder(home);
    }

    @Test
    void eachRunHasAnother() {
        RunToken first;
        try (var _ = TokenFile.create(folder)) {
            first = TokenFile.read(folder);
        }
        try (var _ = TokenFile.create(folder)) {
            assertThat(TokenFile.read(folder)).isNotEqualTo(first);
        }
        assertThatThrownBy(() -> TokenFile.read(folder)).hasMessage("no run is up in " + home);
    }

    @Test
    @DisplayName("a run that was killed leaves its token, one that was stopped does not")
    void tellsWhetherTheLastRunBrokeOff() {
        assertThat(TokenFile.isLeft(folder)).isFalse();
        try (var _ = TokenFile.create(folder)) {
            assertThat(TokenFile.isLeft(folder)).isTrue();
        }
        assertThat(TokenFile.isLeft(folder)).isFalse();
    }

    @Test
    @DisplayName("the token can be read by its owner alone")
    void keepsTheTokenToItsOwner() throws IOException {
        try (var _ = TokenFile.create(folder)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.token())))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    @DisplayName("a service gets the token by its environment: others may read a command line")
    void aServiceGetsItByItsEnvironment() {
        try (var _ = TokenFile.create(folder)) {
            String token = TokenFile.read(folder).secret().reveal();
            var plan = plan();

            assertThat(plan.environment()).containsEntry("OPS_RUN_TOKEN", token);
            assertThat(plan.words()).noneMatch(word -> word.contains(token));
        }
    }

    private ProcessPlan plan() {
        var day =
                new DayRequest(
                        new DayRequest.MarketKind.Generated(),
                        Optional.empty(),
                        1,
                        new TreeSet<>(),
                        Map.of());
        return new ServicePlans(
                        new UpRequest(RunMode.SIMULATED, false, 1, day),
                        folder,
                        new DatabaseAddress("jdbc:postgresql://127.0.0.1:1/none", "ops", "secret"),
                        Optional.of(URI.create("http://127.0.0.1:2")))
                .of(DispatcherApplication.class);
    }
}
