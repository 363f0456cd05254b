package io.opspipeline.exchange.wire.trading;

import io.opspipeline.exchange.venue.ExerciseAnswer;
import io.opspipeline.exchange.venue.Venue;
import io.opspipeline.exchange.wire.http.Answer;
import io.opspipeline.exchange.wire.http.Call;
import io.opspipeline.exchange.wire.json.JsonRow;

/// Takes requests about the exercise of positions, by symbol or by the id of the contract.
///
/// @param venue where they go
record Exercises(Venue venue) {

    Answer exercise(Call call) {
        return answer(venue.exercise(call.account(), symbol(call)));
    }

    Answer doNotExercise(Call call) {
        return answer(venue.doNotExercise(call.account(), symbol(call)));
    }

    private String symbol(Call call) {
        return venue.positions(call.account()).stream()
                .map(position -> position.instrument().symbol())
                .filter(symbol -> AssetIds.of(symbol).equals(call.subject()))
                .findFirst()
                .orElse(call.subject());
    }

    private static Answer answer(ExerciseAnswer answer) {
        return switch (answer) {
            case ExerciseAnswer.Accepted() -> Answer.of(new JsonRow().node());
            case ExerciseAnswer.Refused(var refusal) -> Answer.refusal(refusal);
        };
    }
}
