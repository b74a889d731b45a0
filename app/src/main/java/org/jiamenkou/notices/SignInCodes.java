package org.jiamenkou.notices;

import java.util.Map;
import java.util.Optional;
import org.jiamenkou.access.SignInCodeSender;
import org.springframework.stereotype.Component;

/** Sends the codes residents sign in with. */
@Component
class SignInCodes implements SignInCodeSender {
    private static final String TEMPLATE = "sign-in-code";

    private final Outbox outbox;
    private final SmsChannel channel;

    SignInCodes(Outbox outbox, SmsChannel channel) {
        this.outbox = outbox;
        this.channel = channel;
    }

    @Override
    public boolean available() {
        return channel.gateway().isPresent();
    }

    @Override
    public Optional<String> simulatorPage() {
        return channel.simulated() ? Optional.of("/desk/outbox") : Optional.empty();
    }

    @Override
    public void send(SignInCode code) {
        outbox.add(new Outbox.NewMessage(
                TEMPLATE,
                code.lang(),
                code.phone(),
                Map.of("code", code.code(), "minutes", String.valueOf(code.validMinutes()))));
    }
}
