package io.opspipeline.exchange.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.exchange.venue.Faults;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FaultyTest {

    @Test
    @DisplayName("several faults at once are asked about everything that one is asked about")
    void asksAboutEverything() {
        assertThat(Faults.class.getMethods())
                .filteredOn(method -> !Modifier.isStatic(method.getModifiers()))
                .isNotEmpty()
                .allSatisfy(asked ->
                        assertThat(Arrays.stream(Faulty.class.getDeclaredMethods()))
                                .anyMatch(answered -> isSame(asked, answered)));
    }

    private static boolean isSame(Method asked, Method answered) {
        return answered.getName().equals(asked.getName())
                && Arrays.equals(answered.getParameterTypes(), asked.getParameterTypes());
    }
}
