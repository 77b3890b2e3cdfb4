package org.tonari.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tonari.viewmodel.window.Notice;

/// Tokens and keys appear in no text that a person may pass on.
class SecretsTest {
    private static final String SECRET = "hf_0123456789abcdef";

    @Test
    void noTextFormShowsAToken() throws RemoteException {
        var token = new Token(SECRET);

        assertThat(token.toString()).doesNotContain(SECRET);
        assertThat(Hub.Settings.at("https://hub.example", Optional.of(token)).toString())
                .doesNotContain(SECRET);
    }

    @Test
    void aTokenThatIsRefusedIsNotRepeated() {
        assertThatThrownBy(() -> new Token(SECRET + "\n")).message().doesNotContain(SECRET);
    }

    @Test
    void aFaultToReportHoldsNoToken() {
        var fault = new IllegalStateException(
                "cannot ask " + new Token(SECRET), new RuntimeException("as " + new Token(SECRET)));

        assertThat(Notice.Fault.of(fault).details()).doesNotContain(SECRET);
    }

    @Test
    void aNameInAnAddressIsNotShown() {
        assertThatThrownBy(() -> Hub.Settings.at("ftp://me:" + SECRET + "@hub.example", Optional.empty()))
                .message()
                .doesNotContain(SECRET);
    }
}
