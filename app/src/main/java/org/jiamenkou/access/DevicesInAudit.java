package org.jiamenkou.access;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jiamenkou.access.store.DeviceStore;
import org.jiamenkou.platform.database.Scope;
import org.jiamenkou.platform.database.Scoped;
import org.jiamenkou.platform.text.LocalText;
import org.springframework.stereotype.Component;

/** Devices by name and code in the audit trail. */
@Component
class DevicesInAudit implements AuditSubjects {
    private final Scoped scoped;
    private final DeviceStore devices;

    DevicesInAudit(Scoped scoped, DeviceStore devices) {
        this.scoped = scoped;
        this.devices = devices;
    }

    @Override
    public Set<String> types() {
        return Set.of("device");
    }

    @Override
    public Map<String, LocalText> names(Set<String> subjects) {
        Map<String, LocalText> names = new HashMap<>();
        scoped.read(scopeNow(), () -> devices.namesById(subjects))
                .forEach((id, name) -> names.put(id, LocalText.of(name)));
        return names;
    }

    /** By the code on its sticker. */
    @Override
    public Optional<String> findByTyped(String typed) {
        return scoped.read(scopeNow(), () -> devices.findIdByCode(typed.strip().toUpperCase(java.util.Locale.ROOT)));
    }

    /** Asked for inside the transaction in which the trail looks up names. */
    private static Scope scopeNow() {
        return Scoped.isRunning() ? Scoped.current() : Devices.SCOPE;
    }
}
