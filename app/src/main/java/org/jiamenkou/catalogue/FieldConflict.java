package org.jiamenkou.catalogue;

/** A field that two people changed: what both started from, what stands now, what was typed. */
public record FieldConflict(ItemField field, Base base, Theirs theirs, Mine mine) {
    public record Base(String text) {}

    public record Theirs(String text) {}

    public record Mine(String text) {}
}
