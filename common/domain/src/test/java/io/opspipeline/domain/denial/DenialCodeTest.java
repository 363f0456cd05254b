package io.opspipeline.domain.denial;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.gate.GateCode;
import io.opspipeline.domain.gate.SkipCode;
import io.opspipeline.testkit.RepositoryFiles;
import io.opspipeline.testkit.WrittenPage;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DenialCodeTest {

    @Test
    @DisplayName("A-82: the documented set has at least 60 codes, and the page shows each")
    void thePageSaysWhatTheCodesSay() throws IOException {
        assertThat(DenialCode.values()).hasSizeGreaterThanOrEqualTo(60);

        new WrittenPage("docs/denial-codes.md").requireSays(DenialPage.text());
    }

    @ParameterizedTest
    @DisplayName("A-82: each code has one readable sentence, and says what to do")
    @EnumSource
    void saysSomethingReadable(DenialCode code) {
        assertThat(code.meaning()).matches("[A-Z][^|]*\\.").hasSizeBetween(20, 140);
        assertThat(code.remedy()).matches("[A-Z`][^|]*\\.");
    }

    @ParameterizedTest
    @DisplayName("A-82: each skip has a code, denied by a gate or by the choice of a contract")
    @EnumSource
    void coversEverySkip(SkipCode skip) {
        assertThat(DenialCode.of(skip).denier())
                .isIn(Denier.ACCOUNT_GATE, Denier.CONTRACT_CHOICE, Denier.PLAN_GATE);
    }

    @ParameterizedTest
    @DisplayName("A-82: a gate denies as the gate of its phase")
    @EnumSource
    void coversEveryGate(GateCode gate) {
        assertThat(DenialCode.of(gate).denier())
                .isEqualTo(
                        switch (gate.phase()) {
                            case ACCOUNT -> Denier.ACCOUNT_GATE;
                            case PLAN -> Denier.PLAN_GATE;
                        });
    }

    @ParameterizedTest
    @DisplayName("A-82: the codes of whoever denies are all provoked by one test")
    @EnumSource
    void isProvokedSomewhere(Denier denier) throws IOException {
        String test =
                switch (denier) {
                    case ACCOUNT_GATE, PLAN_GATE ->
                            "services/dispatcher/src/test/java/io/opspipeline/dispatcher/rules/GateDenialsTest.java";
                    case SIGNAL, CONTRACT_CHOICE, ENTRY_WORK ->
                            "services/dispatcher/src/test/java/io/opspipeline/dispatcher/EntryDenialsTest.java";
                    case CLOSE_WORK ->
                            "services/position-manager/src/test/java/io/opspipeline/positionmanager/CloseDenialsTest.java";
                    case REQUEST_LIMIT, CONNECTION, BROKER, NOBODY ->
                            "common/alpaca/src/test/java/io/opspipeline/alpaca/refusal/DenialCodesTest.java";
                    case BROKER_EVENT ->
                            "common/alpaca/src/test/java/io/opspipeline/alpaca/refusal/BrokerEventsTest.java";
                };

        assertThat(Files.readString(RepositoryFiles.root().resolve(test)))
                .contains("provokesEveryCode", "Denier." + denier);
    }
}
