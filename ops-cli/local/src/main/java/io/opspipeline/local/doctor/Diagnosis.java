package io.opspipeline.local.doctor;

import io.opspipeline.local.doctor.Finding.Result;
import java.util.List;

/// Everything that was found.
///
/// @param mode SIMULATED, PAPER or LIVE
/// @param broker the base URL of its trading API, or why there is none
/// @param green true when nothing failed
/// @param examinations in the order of the checks
public record Diagnosis(String mode, String broker, boolean green, List<Examination> examinations) {

    static Diagnosis of(String mode, String broker, List<Examination> examinations) {
        boolean green = examinations.stream().noneMatch(each -> each.result() == Result.FAIL);
        return new Diagnosis(mode, broker, green, List.copyOf(examinations));
    }

    /// What keeps everything from trading.
    public List<Examination> failed() {
        return examinations.stream().filter(each -> each.result() == Result.FAIL).toList();
    }
}
