package org.tonari.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonari.remote.RemoteException.Reason;

class AddressesTest {
    @ParameterizedTest
    @CsvSource({
        "https://a.org/x, http://a.org/x, false",
        "https://a.org/x, file:///etc/passwd, false",
        "https://a.org/x, ftp://a.org/x, false",
        "https://a.org/x, https://me:pw@a.org/x, false",
        "https://a.org/x, https://10.0.0.1/x, false",
        "https://a.org/x, https://127.0.0.1/x, false",
        "https://a.org/x, https://169.254.169.254/latest/meta-data, false",
        "https://a.org/x, https://[::1]/x, false",
        "https://a.org/x, https://[fd00::1]/x, false",
        "https://a.org/x, https://printer.local/x, false",
        "https://a.org/x, https://100.64.0.1/x, false",
        "http://192.168.0.2/x, http://192.168.0.3/y, true",
        "https://1.1.1.1/x, https://8.8.8.8/y, true",
        "http://1.1.1.1/x, https://8.8.8.8/y, true"
    })
    void aServerMayLeadOnlyWhereThePersonCouldHaveMeant(String from, String to, boolean followed) throws IOException {
        Addresses rules = Addresses.standard();
        if (followed) {
            assertThat(rules.followed(URI.create(from), to)).isEqualTo(URI.create(to));
        } else {
            assertThatThrownBy(() -> rules.followed(URI.create(from), to))
                    .isInstanceOfSatisfying(
                            RemoteException.class,
                            refused -> assertThat(refused.reason()).isEqualTo(Reason.REDIRECT));
        }
    }
}
