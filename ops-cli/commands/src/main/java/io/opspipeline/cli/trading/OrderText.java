package io.opspipeline.cli.trading;

import io.opspipeline.cli.output.MarketTime;
import io.opspipeline.cli.output.Style;
import io.opspipeline.cli.position.Held;
import io.opspipeline.cli.position.HeldText;
import io.opspipeline.cli.shell.Place;
import java.util.ArrayList;
import java.util.List;

/// What an order did, as text; times in New York.
final class OrderText {

    private final Style style;
    private final Place place;

    OrderText(Style style, Place place) {
        this.style = style;
        this.place = place;
    }

    /// Where the order went, one line for each account, and what to do next.
    List<String> lines(List<StateChange> changes, String next) {
        List<String> lines = told(changes);
        lines.add(style.faint(next));
        return lines;
    }

    /// The same after a wait, with what is left instead.
    List<String> left(List<StateChange> changes, Held left) {
        if (left.holdsNothing()) {
            return lines(changes, "nothing is held any more, and no order works");
        }
        String what =
                "still there: %d positions, %d orders"
                        .formatted(left.positions().size(), left.orders().size());
        List<String> lines = told(changes);
        lines.add(style.bad(what));
        lines.addAll(HeldText.lines(left));
        return lines;
    }

    private List<String> told(List<StateChange> changes) {
        List<String> lines = new ArrayList<>();
        lines.add(style.strong(place.toString()));
        changes.forEach(change -> lines.add(line(change)));
        return lines;
    }

    private String line(StateChange change) {
        String state =
                change.changed()
                        ? change.from() + " -> " + style.strong(change.to().name())
                        : "stays " + change.to();
        return "%s: %s%s (%s), %d open%s"
                .formatted(
                        change.account(),
                        state,
                        MarketTime.until(change.until()),
                        change.reason(),
                        change.open(),
                        change.note().isEmpty() ? "" : "; " + change.note());
    }
}
