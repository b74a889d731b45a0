package org.jiamenkou.notices;

import java.util.Optional;
import org.jiamenkou.platform.Settings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The way short messages leave this installation: its gateway, a simulator in a demo on loopback, or none. */
@Component
public class SmsChannel {
    private final Optional<SmsGateway> gateway;
    private final boolean simulated;

    SmsChannel(ObjectProvider<SmsGateway> gateways, Settings settings) {
        SmsGateway real = gateways.getIfAvailable();
        this.simulated = real == null && settings.demoAccounts();
        this.gateway =
                simulated ? Optional.of(message -> new SmsOutcome.Taken("simulated")) : Optional.ofNullable(real);
    }

    public Optional<SmsGateway> gateway() {
        return gateway;
    }

    /** Whether messages only go to the outbox page of a demo. */
    public boolean simulated() {
        return simulated;
    }
}
