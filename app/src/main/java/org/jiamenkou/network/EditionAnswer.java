package org.jiamenkou.network;

import java.util.List;
import java.util.UUID;

/** How proposing or confirming an edition of the divisions ended. Everything but the first two wrote nothing. */
public sealed interface EditionAnswer {
    /** Waits for confirmation; nothing has changed yet. */
    record Proposed(UUID edition, List<DivisionDifference> differences) implements EditionAnswer {
        public Proposed {
            differences = List.copyOf(differences);
        }

        @Override
        public String messageKey() {
            return "network.edition.proposed";
        }

        @Override
        public Object[] args() {
            return new Object[] {differences.size()};
        }
    }

    record Confirmed(UUID edition, int differences) implements EditionAnswer {
        @Override
        public String messageKey() {
            return "network.edition.confirmed";
        }

        @Override
        public Object[] args() {
            return new Object[] {differences};
        }
    }

    /** An edition of this name was proposed before. */
    record NameTaken(String name) implements EditionAnswer {
        @Override
        public String messageKey() {
            return "network.edition.nameTaken";
        }

        @Override
        public Object[] args() {
            return new Object[] {name};
        }
    }

    /** Codes that are malformed, stand twice, lack the division above, or that only a succession names. */
    record BadRows(List<String> codes) implements EditionAnswer {
        public BadRows {
            codes = List.copyOf(codes);
        }

        @Override
        public String messageKey() {
            return "network.edition.badRows";
        }

        @Override
        public Object[] args() {
            return new Object[] {codes.size(), String.join(", ", codes.subList(0, Math.min(10, codes.size())))};
        }
    }

    /** There is no proposed edition of this id: unknown, confirmed already or dropped. */
    record NotProposed(UUID edition) implements EditionAnswer {
        @Override
        public String messageKey() {
            return "network.edition.notProposed";
        }
    }

    /** Another edition was confirmed since; the difference list is out of date. */
    record OutOfDate(UUID edition) implements EditionAnswer {
        @Override
        public String messageKey() {
            return "network.edition.outOfDate";
        }
    }

    String messageKey();

    default Object[] args() {
        return new Object[0];
    }
}
