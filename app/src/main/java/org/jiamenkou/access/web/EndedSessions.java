package org.jiamenkou.access.web;

import java.util.UUID;
import org.jiamenkou.access.SessionEnding;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** Sessions are found by the account that {@link StaffSession} wrote on them. */
@Component
class EndedSessions implements SessionEnding {
    private final ObjectProvider<FindByIndexNameSessionRepository<? extends Session>> sessions;

    EndedSessions(ObjectProvider<FindByIndexNameSessionRepository<? extends Session>> sessions) {
        this.sessions = sessions;
    }

    @Override
    public void endAll(UUID accountId) {
        FindByIndexNameSessionRepository<? extends Session> repository = sessions.getObject();
        repository.findByPrincipalName(accountId.toString()).keySet().forEach(repository::deleteById);
    }
}
