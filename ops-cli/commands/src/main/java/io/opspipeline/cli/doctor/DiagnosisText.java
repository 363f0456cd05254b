package io.opspipeline.cli.doctor;

import io.opspipeline.cli.output.Style;
import io.opspipeline.local.doctor.Diagnosis;
import io.opspipeline.local.doctor.Examination;
import io.opspipeline.local.doctor.Finding.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A diagnosis, for people.
public final class DiagnosisText {

    private final Style style;

    /// Text in a style.
    public DiagnosisText(Style style) {
        this.style = style;
    }

    /// Every check, then the verdict.
    public List<String> lines(Diagnosis diagnosis) {
        int width =
                diagnosis.examinations().stream()
                        .mapToInt(each -> each.title().length())
                        .max()
                        .orElse(0);
        List<String> lines = new ArrayList<>();
        lines.add(style.strong("%s at %s".formatted(diagnosis.mode(), diagnosis.broker())));
        diagnosis.examinations().forEach(each -> lines.addAll(lines(each, width)));
        lines.add(verdict(diagnosis));
        return lines;
    }

    /// One check: what was seen, and the cure below it.
    List<String> lines(Examination each, int width) {
        List<String> lines = new ArrayList<>();
        String title = each.title() + " ".repeat(Math.max(0, width - each.title().length()));
        lines.add("%s  %s  %s".formatted(word(each.result()), title, each.observed()));
        each.cure().ifPresent(cure -> lines.add(" ".repeat(width + 9) + "-> " + cure));
        return lines;
    }

    private String verdict(Diagnosis diagnosis) {
        List<String> counts = new ArrayList<>();
        for (Result result : Result.values()) {
            long count =
                    diagnosis.examinations().stream()
                            .filter(each -> each.result() == result)
                            .count();
            if (count > 0) {
                counts.add(count + " " + result.name().toLowerCase(Locale.ROOT));
            }
        }
        String all = String.join(", ", counts);
        return diagnosis.green() ? style.good("green: " + all) : style.bad("not green: " + all);
    }

    private String word(Result result) {
        return switch (result) {
            case PASS -> style.good("pass   ");
            case WARN -> style.strong("warn   ");
            case FAIL -> style.bad("FAIL   ");
            case SKIPPED -> style.faint("skipped");
        };
    }
}
