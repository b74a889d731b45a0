package org.jiamenkou.catalogue;

import java.util.Map;
import java.util.Set;

/** The codes that the fields of an item may have, by field. A field that is not a key is not checked. */
@FunctionalInterface
interface KnownCodes {
    Map<String, Set<String>> byField();
}
