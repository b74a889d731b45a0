package org.jiamenkou.platform.web;

import java.util.Optional;

/** Who is signed in, as far as the web kit needs to know; the module {@code access} implements it. */
public interface SignedIn {
    /** The name to show, empty on anonymous pages. Never touches the session of an anonymous request. */
    Optional<String> name();

    /** Whether who is signed in holds this right anywhere; asked for on pages of the desk only. */
    boolean holds(String right);
}
