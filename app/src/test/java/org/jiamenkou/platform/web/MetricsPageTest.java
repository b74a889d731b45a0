package org.jiamenkou.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

/** Figures of the machine are for whoever runs it. */
class MetricsPageTest {
    private final MetricsPage page = new MetricsPage(new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));

    private int answerTo(String address) throws UnknownHostException {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        return page.figures(request).getStatusCode().value();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1", "10.3.4.5", "192.168.1.9", "172.16.0.1"})
    void the_machine_itself_and_its_own_network_read_them(String address) throws UnknownHostException {
        assertThat(answerTo(address)).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "172.32.0.1", "2001:db8::1", "101.226.4.6"})
    void anybody_else_finds_nothing_there(String address) throws UnknownHostException {
        assertThat(answerTo(address)).isEqualTo(404);
    }
}
