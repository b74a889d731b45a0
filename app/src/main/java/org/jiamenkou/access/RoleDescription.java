package org.jiamenkou.access;

import java.util.Set;
import org.jiamenkou.platform.text.LocalText;

/**
 * A role and what it may do.
 *
 * @param secondFactor whether signing in asks for a code
 * @param administrator whether it is one of the three that exclude each other (三员分立)
 */
public record RoleDescription(
        String code, LocalText name, String source, boolean secondFactor, boolean administrator, Set<Right> rights) {
    public RoleDescription {
        rights = Set.copyOf(rights);
    }
}
