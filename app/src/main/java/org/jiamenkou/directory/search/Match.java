package org.jiamenkou.directory.search;

/** How an entry came to match, best first. */
public enum Match {
    /** The whole name. */
    NAME,
    /** What was typed is another name of it. */
    ALIAS,
    /** The name begins with what was typed. */
    PREFIX,
    /** All words stand in the name, or in the name and the names of its place. */
    WORDS,
    /** All words stand in its names and other names. */
    ALIAS_WORDS,
    /** The whole name in pinyin or initials. */
    SOUND,
    /** The name begins with this in pinyin or initials. */
    SOUND_PREFIX,
    /** The whole of another name in pinyin or initials. */
    SOUND_ALIAS,
    /** The name holds this in pinyin or initials. */
    SOUND_PART,
    /** All words stand somewhere in its text. */
    TEXT,
    /** The words without the name of the place that was typed with them. */
    ELSEWHERE,
    /** One character or letter differs. */
    FUZZY,
    /** Some of what was typed. */
    SOME;

    /** Whether the page must say that this is not exactly what was typed. */
    public boolean isLoose() {
        return this == FUZZY || this == SOME;
    }
}
