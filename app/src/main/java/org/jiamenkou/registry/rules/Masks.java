package org.jiamenkou.registry.rules;

/** How names are shown where others may look on. */
public final class Masks {
    private static final String STAR = "*";

    private Masks() {}

    /** The first character, then a star for each of the others: in a queue that is enough to know oneself by. */
    public static String name(String name) {
        int first = name.offsetByCodePoints(0, 1);
        return name.substring(0, first) + STAR.repeat(Math.max(1, name.codePointCount(first, name.length())));
    }
}
