package org.jiamenkou.access.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.jiamenkou.TestApp;
import org.jiamenkou.Visitor;
import org.jiamenkou.access.store.ResidentStore;
import org.jiamenkou.platform.crypto.Ciphers;
import org.jiamenkou.platform.database.Scoped;
import org.jiamenkou.platform.database.SystemScope;
import org.jspecify.annotations.NullMarked;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/** Residents who are signed in already, for tests that need many of them; signing in itself is tried elsewhere. */
@NullMarked
public final class TestResidents {
    private static final String PHONE = "access.phone";

    private TestResidents() {}

    /** A new resident with a session of their own. */
    public static Visitor signedIn(TestApp app, String name, String mobile) {
        Ciphers ciphers = app.bean(Ciphers.class);
        UUID id = UUID.randomUUID();
        app.bean(Scoped.class)
                .transaction(
                        new SystemScope("access.test"),
                        () -> app.bean(ResidentStore.class)
                                .add(
                                        new ResidentStore.Row(id, name, ciphers.encrypt(PHONE, mobile), Instant.now()),
                                        ciphers.blindIndex(PHONE, mobile)));
        Visitor visitor = Visitor.at(app.url());
        visitor.keepCookie("JMK_SESSION", session(app.bean(SessionRepository.class), id));
        return visitor;
    }

    private static <S extends Session> String session(SessionRepository<S> sessions, UUID resident) {
        S session = sessions.createSession();
        session.setAttribute(
                HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
                new SecurityContextImpl(new ResidentSession.Token(resident)));
        sessions.save(session);
        return Base64.getEncoder().encodeToString(session.getId().getBytes(StandardCharsets.UTF_8));
    }
}
