package org.jiamenkou.access;

import org.jiamenkou.access.rules.PhoneRules;

/** Reads phone numbers as people type them: spaces, hyphens, +86, full-width digits. */
public final class TypedPhones {
    private TypedPhones() {}

    public static TypedPhone read(String typed) {
        return PhoneRules.read(typed);
    }
}
