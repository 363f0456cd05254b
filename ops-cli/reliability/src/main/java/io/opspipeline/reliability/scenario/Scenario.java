package io.opspipeline.reliability.scenario;

import io.opspipeline.domain.calendar.NewYork;
import io.opspipeline.domain.calendar.Session;
import io.opspipeline.exchange.fault.FaultSwitch;
import io.opspipeline.exchange.market.scripted.ScriptedMarket;
import io.opspipeline.exchange.venue.Expiries;
import io.opspipeline.local.day.LocalAccount;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// One thing that goes wrong, from what is given to how it must end.
///
/// @param name of the fault catalogue, such as `ACK-LOST`
/// @param story one sentence: what goes wrong and what must come of it
/// @param session the traded session, the first of several
/// @param accounts who trades
/// @param listing puts what is traded into the market
/// @param settings of the services, where they differ from the defaults
/// @param ends how contracts end at the exchange
/// @param faults what goes wrong at the exchange
/// @param traits what is special about it
/// @param steps what happens when
/// @param start when the services start, UTC
/// @param end when the blotter is read, UTC
/// @param blotter how it must end, as [Blotter] writes it
public record Scenario(
        String name,
        String story,
        Session session,
        List<LocalAccount> accounts,
        Consumer<ScriptedMarket> listing,
        Map<String, String> settings,
        Expiries ends,
        List<FaultSwitch> faults,
        Set<Trait> traits,
        List<Step> steps,
        Instant start,
        Instant end,
        String blotter) {

    /// What is special about a scenario.
    enum Trait {
        /// What an order did is told, and handled, before the answer to its POST.
        NEWS_BEFORE_ANSWERS,
        /// Steps of services break, and must be made up for: in the others none may.
        STEPS_BREAK
    }

    /// What happens at a time.
    ///
    /// @param at UTC
    /// @param act what
    record Step(Instant at, Act act) {}

    /// Begins a scenario: the account `large`, one stock, one call at 2.44 to 2.50, all services
    /// started at 09:40:00.
    public static Script named(String name, String story) {
        return new Script(name, story);
    }

    /// A scenario that is being written.
    public static final class Script {

        private final String name;
        private final String story;
        private Session session = Given.SESSION;
        private Session today = session;
        private List<LocalAccount> accounts = Given.LARGE;
        private Consumer<ScriptedMarket> listing = Given::standard;
        private Map<String, String> settings = Map.of();
        private Expiries ends = Expiries.standard();
        private LocalTime start = LocalTime.of(9, 40);
        private final List<FaultSwitch> faults = new ArrayList<>();
        private final Set<Trait> traits = EnumSet.noneOf(Trait.class);
        private final List<Step> steps = new ArrayList<>();

        private Script(String name, String story) {
            this.name = name;
            this.story = story;
        }

        /// Another session; before any time of it is named.
        public Script on(Session traded) {
            session = traded;
            today = traded;
            return this;
        }

        /// A night passes: times that are named from here on are of the next session's day.
        public Script overnight(Session next) {
            today = next;
            return at("00:00:00", world -> world.market().turnTo(next));
        }

        /// Other accounts.
        public Script with(List<LocalAccount> trading) {
            accounts = trading;
            return this;
        }

        /// Another market.
        public Script listing(Consumer<ScriptedMarket> listed) {
            listing = listed;
            return this;
        }

        /// Other settings, by key.
        public Script settings(Map<String, String> overrides) {
            settings = overrides;
            return this;
        }

        /// Other ends of contracts.
        public Script expiring(Expiries expiries) {
            ends = expiries;
            return this;
        }

        /// Another start of the services.
        public Script from(String time) {
            start = LocalTime.parse(time);
            return this;
        }

        /// One more fault.
        public Script fault(FaultSwitch fault) {
            faults.add(fault);
            return this;
        }

        /// What an order did is told, and handled, before the answer to its POST.
        public Script newsBeforeAnswers() {
            traits.add(Trait.NEWS_BEFORE_ANSWERS);
            return this;
        }

        /// Steps of services break, and must be made up for.
        public Script stepsBreak() {
            traits.add(Trait.STEPS_BREAK);
            return this;
        }

        /// One more thing that happens; of the same time, in the order of writing.
        public Script at(String time, Act act) {
            steps.add(new Step(today(time), act));
            return this;
        }

        /// The end.
        ///
        /// @param time when the blotter is read
        /// @param blotter what it must say
        public Scenario ends(String time, String blotter) {
            return new Scenario(
                    name,
                    story,
                    session,
                    accounts,
                    listing,
                    settings,
                    ends,
                    List.copyOf(faults),
                    Set.copyOf(traits),
                    steps.stream().sorted(Comparator.comparing(Step::at)).toList(),
                    NewYork.at(session.date(), start),
                    today(time),
                    blotter.strip());
        }

        private Instant today(String time) {
            return NewYork.at(today.date(), LocalTime.parse(time));
        }
    }
}
