package io.opspipeline.cli.doctor;

import io.opspipeline.cli.shell.CommandFailure;
import io.opspipeline.cli.shell.ExitCode;
import io.opspipeline.cli.shell.Voice;
import io.opspipeline.local.doctor.Diagnosis;
import io.opspipeline.local.doctor.Doctor;
import io.opspipeline.local.doctor.Examination;
import io.opspipeline.runtime.setting.RunMode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;

/// Nothing trades at a broker until the doctor is content.
public final class GreenLight {

    private GreenLight() {}

    /// Lets pass when every check is green.
    ///
    /// @param voice tells each failed check with its cure
    /// @throws CommandFailure with [ExitCode#REFUSED] when one is not
    public static void require(
            Path home, RunMode mode, Map<String, String> environment, Voice voice) {
        PrintWriter err = voice.err();
        err.println("examining accounts, broker and feeds ...");
        err.flush();
        Diagnosis diagnosis = Doctor.examine(home, mode, environment, Doctor.LIMIT);
        if (!diagnosis.green()) {
            DiagnosisText text = new DiagnosisText(voice.style());
            for (Examination failed : diagnosis.failed()) {
                text.lines(failed, failed.title().length()).forEach(err::println);
            }
            throw new CommandFailure(
                    ExitCode.REFUSED,
                    "nothing was started: %d checks failed; all of them: ops-cli doctor --broker %s"
                            .formatted(diagnosis.failed().size(), mode.profile()));
        }
    }
}
