package io.opspipeline.runtime.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.logging.LoggingSystem;

class ServiceLauncherTest {

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @BeforeEach
    void keepTheTestLogAsItIs() {
        System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("A-9, incident 78: a missing or unknown mode or account ends with 2 and says why")
    @CsvSource(
            delimiter = '|',
            value = {
                "--once features | no run mode; give --mode or OPS_RUN_MODE, one of [SIMULATED,",
                "--mode LAIV --once features | unknown run mode 'LAIV'; known: [SIMULATED, PAPER,",
                "--mode SIMULATED --account medium | unknown account 'medium'; registered: [large, tiny]",
                "--mode SIMULATED --account A* | account id must match",
                "--mode SIMULATED --once dispatcher | job dispatcher runs per account; give --account, one of [large, tiny]",
                "--mode SIMULATED --once features --account tiny | job features does not run per account",
                "--mode SIMULATED --once report | bell has no job 'report'; it has [features, dispatcher]",
                "--mode SIMULATED --once lunch | unknown job 'lunch'; known:",
                "--mode | --mode needs a value",
                "--mod SIMULATED | unknown option '--mod'; known: --mode,",
            })
    void refusesAWrongCommandLine(String words, String message) {
        assertThat(launch(words)).contains(ExitCode.MISCONFIGURED);
        assertThat(said()).startsWith(message);
    }

    @Test
    @DisplayName("A-15: LIVE asks for a second, explicit flag")
    void asksTwiceBeforeRealMoney() {
        assertThat(launch("--mode LIVE --once features")).contains(ExitCode.MISCONFIGURED);
        assertThat(said())
                .startsWith("mode LIVE trades real money; confirm with --i-understand-this-is");

        assertThat(launch("--mode LIVE --i-understand-this-is-real-money --once features"))
                .contains(ExitCode.DONE);
    }

    @Test
    @DisplayName("A-11: settings come from the command line in SIMULATED only")
    void takesOverridesInSimulatedOnly() {
        assertThat(launch("--mode SIMULATED --once features --set bell.rings=9"))
                .contains(ExitCode.DONE);
        assertThat(launch("--mode PAPER --once features --set bell.rings=9"))
                .contains(ExitCode.MISCONFIGURED);
        assertThat(said()).startsWith("--set works in SIMULATED only, mode is PAPER");
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("A-8: a bad setting ends the start with 2 and names key, value and range")
    @CsvSource(
            delimiter = '|',
            value = {
                "bell.rings=10 | setting bell.rings: 10 is out of range, allowed 1 to 9",
                "bell.rings=often | setting bell.rings: 'often' cannot be read as int, allowed 1",
                "bell.ring=2 | unknown setting 'bell.ring'; did you mean 'bell.rings'?",
                "tower.height=2 | unknown setting 'tower.height'",
                "bell.rings | --set needs key=value, was 'bell.rings'",
            })
    void refusesABadSetting(String override, String message) {
        assertThat(launch("--mode SIMULATED --once features --set " + override))
                .contains(ExitCode.MISCONFIGURED);
        assertThat(said()).startsWith(message);
    }

    @Test
    @DisplayName("A-8: settings that only a part of the service refuses are named too")
    void namesSettingsThatAPartRefuses() {
        assertThat(
                        launch(
                                "--mode SIMULATED --once features"
                                        + " --set bell.rings=9 --set bell.is-cracked=true"))
                .contains(ExitCode.MISCONFIGURED);
        assertThat(said())
                .isEqualTo(
                        "settings of bell: a cracked bell cannot ring 9 times;"
                                + " given: {bell.is-cracked=true, bell.rings=9}");
    }

    @Test
    @DisplayName("A-8: an unknown key in the service's file ends the start with 2")
    void refusesAnUnknownKeyInTheFile() {
        assertThat(launch(TypoApplication.class, Map.of(), "--mode", "SIMULATED"))
                .contains(ExitCode.MISCONFIGURED);
        assertThat(said()).startsWith("unknown setting 'bel.rings'; did you mean 'bell.rings'?");
    }

    @Test
    void runsOneJobOnceAndTellsHowItEnded() {
        assertThat(launch("--mode SIMULATED --once features")).contains(ExitCode.DONE);
        assertThat(launch("--mode SIMULATED --once dispatcher --account tiny"))
                .contains(ExitCode.DONE);
        assertThat(launch("--mode SIMULATED --once features --set bell.is-cracked=true"))
                .contains(ExitCode.FAILED);
    }

    @Test
    @DisplayName("incident 65: code that came before its migration runs nothing")
    void waitsForItsTables() {
        var words = new String[] {"--mode", "SIMULATED", "--once", "features"};

        assertThat(launch(EarlyBellApplication.class, Map.of(), words)).contains(ExitCode.FAILED);
        assertThat(said()).contains("no tables yet");
    }

    @Test
    @DisplayName("incident 7: a service that lacks a part ends at its start, by name of the part")
    void refusesAMissingPart() {
        var words = new String[] {"--mode", "SIMULATED", "--once", "features"};

        assertThat(launch(HalfBellApplication.class, Map.of(), words)).contains(ExitCode.FAILED);
        assertThat(said()).contains("OrderEntry");
    }

    @Test
    @DisplayName("A-10: a job that runs once goes by the stored settings too")
    void runsOnceByTheStoredSettings() {
        var words = new String[] {"--mode", "SIMULATED", "--once", "features"};

        assertThat(launch(StoredBellApplication.class, Map.of(), words)).contains(ExitCode.DONE);
    }

    @Test
    void takesModeAndAccountFromTheEnvironment() {
        Map<String, String> environment =
                Map.of("OPS_RUN_MODE", "simulated", "OPS_RUN_ACCOUNT", "tiny");

        assertThat(launch(BellApplication.class, environment, "--once", "dispatcher"))
                .contains(ExitCode.DONE);
    }

    private Optional<ExitCode> launch(String words) {
        return launch(BellApplication.class, Map.of(), words.split(" "));
    }

    private Optional<ExitCode> launch(
            Class<?> application, Map<String, String> environment, String... words) {
        said.reset();
        var err = new PrintStream(said, true, StandardCharsets.UTF_8);
        return ServiceLauncher.launch(application, words, environment, err);
    }

    private String said() {
        List<String> lines = Arrays.asList(said.toString(StandardCharsets.UTF_8).split("\n"));
        assertThat(lines).hasSize(1);
        return lines.getFirst();
    }
}
