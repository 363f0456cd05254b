package io.opspipeline.watchlist.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Who is on the list (trading rules, section 7). Those on it go before those who want to enter, so
/// a full list waits until somebody leaves.
public final class WatchlistRule {

    private final ScoreWeights weights;
    private final ListLimits limits;

    /// A rule with its figures.
    public WatchlistRule(ScoreWeights weights, ListLimits limits) {
        this.weights = weights;
        this.limits = limits;
    }

    /// The list, by rank.
    ///
    /// @param candidates tickers of the universe, each once
    /// @param asOf the time of the run, UTC
    public List<Listed> list(Collection<Candidate> candidates, Instant asOf) {
        List<Scored> scored =
                candidates.stream().map(this::score).sorted(Scored.BEST_FIRST).toList();
        Stream<Scored> staying = scored.stream().filter(one -> stays(one, asOf));
        Stream<Scored> entering = scored.stream().filter(this::enters);
        List<Scored> chosen =
                Stream.concat(staying, entering)
                        .limit(limits.most())
                        .sorted(Scored.BEST_FIRST)
                        .toList();
        return ranked(chosen, asOf);
    }

    private Scored score(Candidate candidate) {
        return new Scored(candidate, weights.score(candidate.parts()));
    }

    private boolean stays(Scored one, Instant asOf) {
        return one.candidate()
                .enteredAt()
                .filter(since ->
                        one.score() >= limits.leaveBelow()
                                || asOf.isBefore(since.plus(limits.leastStay())))
                .isPresent();
    }

    private boolean enters(Scored one) {
        return one.candidate().enteredAt().isEmpty() && one.score() >= limits.enterFrom();
    }

    private static List<Listed> ranked(List<Scored> chosen, Instant asOf) {
        List<Listed> ranked = new ArrayList<>();
        for (Scored one : chosen) {
            Candidate candidate = one.candidate();
            ranked.add(
                    new Listed(
                            candidate.ticker(),
                            ranked.size() + 1,
                            one.score(),
                            candidate.parts(),
                            candidate.enteredAt().orElse(asOf)));
        }
        return List.copyOf(ranked);
    }

    private record Scored(Candidate candidate, double score) {

        static final Comparator<Scored> BEST_FIRST =
                Comparator.comparingDouble(Scored::score)
                        .reversed()
                        .thenComparing(scored -> scored.candidate().ticker());
    }
}
