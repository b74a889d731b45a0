package org.jiamenkou.catalogue;

/** What a draft of a list changes. */
public sealed interface ListDifference {
    int number();

    record Added(PositiveList.Entry entry) implements ListDifference {
        @Override
        public int number() {
            return entry.number();
        }
    }

    record Removed(PositiveList.Entry entry) implements ListDifference {
        @Override
        public int number() {
            return entry.number();
        }
    }

    record Changed(PositiveList.Entry was, PositiveList.Entry now) implements ListDifference {
        @Override
        public int number() {
            return now.number();
        }
    }
}
