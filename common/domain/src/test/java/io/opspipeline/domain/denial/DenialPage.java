package io.opspipeline.domain.denial;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// The page `docs/denial-codes.md`, made from the codes.
final class DenialPage {

    private DenialPage() {}

    static String text() {
        StringBuilder page = new StringBuilder(introduction(DenialCode.values().length));
        for (Reaction reaction : Reaction.values()) {
            page.append("| `%s` | %s |\n".formatted(reaction, reaction.inWords()));
        }
        for (Denier denier : Denier.values()) {
            page.append(section(denier));
        }
        return page.toString();
    }

    private static String introduction(int codes) {
        return """
        # Denial codes

        Whatever keeps an entry, a close, a cancel or a wish not to exercise from coming about ends in exactly one of %d codes. The code decides what is done next; the words beside it (the broker's, or our figures) are for people. `ops-cli/ops-cli why TICKER` shows the code of each signal and order with its meaning; in the database it is the column `denial` of `dispatch_executions` and `orders`. What the broker says that no code stands for is `BROKER_REFUSED`, and an alert quotes it.

        This page is made from `DenialCode`; a test compares. The gates and their figures: [trading-rules.md](trading-rules.md). The alerts: [alerts.md](alerts.md).

        ## What follows
        | reaction | what the system does |
        |---|---|
        """
                .formatted(codes);
    }

    private static String section(Denier denier) {
        List<DenialCode> codes =
                Arrays.stream(DenialCode.values()).filter(code -> code.denier() == denier).toList();
        return codes.stream()
                .map(DenialPage::row)
                .collect(
                        Collectors.joining(
                                "",
                                "\n## Denied by %s\n| code | what it means | reaction | what to do |\n|---|---|---|---|\n"
                                        .formatted(denier.inWords()),
                                ""));
    }

    private static String row(DenialCode code) {
        return "| `%s` | %s | `%s` | %s |\n"
                .formatted(code, code.meaning(), code.reaction(), code.remedy());
    }
}
