package org.jiamenkou.access;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jiamenkou.platform.text.LocalText;

/** Gives the things of a module that stand in the audit trail their names; implemented by the module that owns them. */
public interface AuditSubjects {
    /** The subject types it knows, as they stand in {@link Audit.Entry}. */
    Set<String> types();

    /** Names of those that are known. */
    Map<String, LocalText> names(Set<String> subjects);

    /** The subject somebody means by what they typed, a station's code for example. */
    Optional<String> findByTyped(String typed);
}
