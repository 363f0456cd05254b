package io.opspipeline.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opspipeline.local.day.ServiceList;
import io.opspipeline.runtime.service.OpsService;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceNameTest {

    @ParameterizedTest
    @DisplayName("the predecessor's names, beginnings and account parts mean a service")
    @CsvSource({
        "dispatcher, DISPATCHER,",
        "dispatcher-tiny, DISPATCHER, tiny",
        "dispatcher-tiny-service, DISPATCHER, tiny",
        "dispatcher-service, DISPATCHER,",
        "position-manager, POSITION_MANAGER,",
        "position-manager-large, POSITION_MANAGER, large",
        "signal, SIGNALS,",
        "signal-engine, SIGNALS,",
        "signals, SIGNALS,",
        "feature, FEATURES,",
        "trade-stream, TRADE_STREAM,",
        "telemetry, TELEMETRY,",
        "Watchlist, WATCHLIST,",
        "disp, DISPATCHER,",
        "pos, POSITION_MANAGER,",
    })
    void isFoundByWhatPeopleType(String typed, ServiceName service, String account) {
        assertThat(ServiceName.typed(typed))
                .isEqualTo(new ServiceChoice(service, Optional.ofNullable(account)));
    }

    @Test
    @DisplayName("incident 79: a service that does not exist is refused, not silent")
    void refusesWhatIsUnknownOrCouldBeTwo() {
        assertThatThrownBy(() -> ServiceName.typed("telemetri"))
                .isInstanceOfSatisfying(
                        CommandFailure.class,
                        failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.BAD_INPUT))
                .hasMessageStartingWith(
                        "there is no service 'telemetri'; did you mean 'telemetry'?; known: telemetry,");
        assertThatThrownBy(() -> ServiceName.typed("t"))
                .hasMessage("'t' could be telemetry or trade-stream");
        assertThatThrownBy(() -> ServiceName.typed(""))
                .hasMessageStartingWith("there is no service ''");
    }

    @Test
    void knowsEveryServiceThatExistsAndNoOther() {
        assertThat(ServiceName.labels())
                .containsExactlyInAnyOrderElementsOf(
                        ServiceList.ALL.stream()
                                .map(service -> service.getAnnotation(OpsService.class).name())
                                .toList());
    }
}
