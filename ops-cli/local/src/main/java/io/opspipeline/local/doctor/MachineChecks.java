package io.opspipeline.local.doctor;

import io.opspipeline.local.alert.AlertSettings;
import io.opspipeline.runtime.setting.RunMode;
import io.opspipeline.runtime.setting.SettingsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What the machine must bring.
///
/// @param home the folder of everything that is written
/// @param secrets the file of the accounts' keys
/// @param mode in SIMULATED no keys are needed
/// @param environment of this process, which the supervisor would inherit
record MachineChecks(Path home, Path secrets, RunMode mode, Map<String, String> environment) {

    private static final long GIBIBYTE = 1L << 30;
    private static final int OLDEST_JAVA = 25;
    private static final Set<PosixFilePermission> OWNER =
            EnumSet.of(
                    PosixFilePermission.OWNER_READ,
                    PosixFilePermission.OWNER_WRITE,
                    PosixFilePermission.OWNER_EXECUTE);

    List<Check> checks() {
        String folder = "make %s writable, or point OPS_HOME elsewhere".formatted(home);
        return List.of(
                Check.of("home-folder", folder, () -> homeFolder(folder)),
                Check.of("disk-space", "free some space", this::diskSpace),
                Check.of("java", "install a JDK 25", MachineChecks::java),
                Check.of("secrets-file", "chmod 600 " + secrets, this::secretsFile),
                Check.of("alert-channels", alertCure(), this::alertChannels));
    }

    private Finding homeFolder(String cure) {
        try {
            Files.createDirectories(home);
            Files.delete(Files.createTempFile(home, "doctor", ".tmp"));
            return Finding.pass(home + " is writable");
        } catch (IOException failure) {
            return Finding.fail(home + " cannot be written: " + failure.getMessage(), cure);
        }
    }

    private Finding diskSpace() {
        try {
            long free = Files.getFileStore(existing(home)).getUsableSpace();
            String observed = "%.1f GiB free".formatted((double) free / GIBIBYTE);
            String cure = "free some space below " + home;
            if (free < GIBIBYTE / 2) {
                return Finding.fail(observed + ", 0.5 are needed", cure);
            }
            return free < 2 * GIBIBYTE
                    ? Finding.warn(observed + ", 2 last longer", cure)
                    : Finding.pass(observed);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Finding alertChannels() {
        try {
            AlertSettings settings = AlertSettings.read(environment, home);
            List<String> channels = new ArrayList<>(List.of("log"));
            settings.webhook().ifPresent(_ -> channels.add("webhook"));
            settings.mail().ifPresent(_ -> channels.add("e-mail"));
            String observed = String.join(", ", channels);
            return channels.size() == 1
                    ? Finding.warn("log alone: nobody is called", alertCure())
                    : Finding.pass(observed);
        } catch (SettingsException refused) {
            return Finding.fail(String.valueOf(refused.getMessage()), alertCure());
        }
    }

    private String alertCure() {
        return "set OPS_ALERT_WEBHOOK_URL or OPS_ALERT_SMTP_HOST, also in %s, then: ops-cli alerts test"
                .formatted(home.resolve(AlertSettings.FILE));
    }

    private static Path existing(Path folder) {
        Path parent = folder.getParent();
        return Files.exists(folder) || parent == null ? folder : existing(parent);
    }

    private static Finding java() {
        Runtime.Version version = Runtime.version();
        return version.feature() < OLDEST_JAVA
                ? Finding.fail("Java " + version, "install a JDK 25 or newer, or set JAVA_HOME")
                : Finding.pass("Java " + version);
    }

    private Finding secretsFile() {
        if (mode == RunMode.SIMULATED) {
            return Finding.skipped("the simulated exchange has keys of its own");
        }
        if (!Files.exists(secrets)) {
            return Finding.skipped("there is no " + secrets + "; keys may be in the environment");
        }
        try {
            if (!Files.getFileStore(secrets).supportsFileAttributeView("posix")) {
                return Finding.skipped("this file system knows no owners");
            }
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(secrets);
            String observed = secrets + " is " + PosixFilePermissions.toString(permissions);
            return OWNER.containsAll(permissions)
                    ? Finding.pass(observed)
                    : Finding.fail(observed, "chmod 600 " + secrets);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
