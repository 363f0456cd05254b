package io.opspipeline.runtime.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.order.ClientOrderId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class LogContextTest {

    @Test
    @DisplayName("A-123: lines carry account, signal, order and run, and give back what was before")
    void putsKeysOnLinesAndGivesThemBack() {
        try (var _ = LogContext.of(new AccountId("large")).run(3).open()) {
            try (var _ =
                    LogContext.of(new AccountId("tiny"))
                            .signal(7)
                            .order(new ClientOrderId("tiny:NVDA:1:C:1"))
                            .open()) {
                assertThat(MDC.getCopyOfContextMap())
                        .containsEntry("account", "tiny")
                        .containsEntry("signal", "7")
                        .containsEntry("order", "tiny:NVDA:1:C:1")
                        .containsEntry("run", "3");
            }
            assertThat(MDC.getCopyOfContextMap())
                    .containsEntry("account", "large")
                    .containsEntry("run", "3")
                    .hasSize(2);
        }
        assertThat(MDC.get("account")).isNull();
    }

    @Test
    void hidesASecretInEveryText() {
        var secret = new Secret("do-not-show");

        assertThat("key " + secret).isEqualTo("key ***");
        assertThat(secret.reveal()).isEqualTo("do-not-show");
        assertThat(secret).isEqualTo(new Secret("do-not-show")).isNotEqualTo(new Secret("other"));
    }
}
