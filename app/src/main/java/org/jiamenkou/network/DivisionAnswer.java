package org.jiamenkou.network;

import java.util.List;

/** What a division code stands for. All but {@link Current} are refusals with a message. */
public sealed interface DivisionAnswer {
    record Current(Division division) implements DivisionAnswer {}

    /**
     * A code of an earlier edition.
     *
     * @param division what the code stood for
     * @param successors what took its place; the same division where only its code changed, empty when it was dissolved
     */
    record Retired(Division division, List<Division> successors) implements DivisionAnswer {
        public Retired {
            successors = List.copyOf(successors);
        }

        public String messageKey() {
            return successors.isEmpty() ? "network.division.dissolved" : "network.division.retired";
        }

        public Object[] args() {
            return new Object[] {
                division.name().zh(),
                String.join(
                        ", ", successors.stream().map(next -> next.name().zh()).toList())
            };
        }
    }

    /** Well formed, but no division has or had it. */
    record Unknown(String code) implements DivisionAnswer {
        public String messageKey() {
            return "network.division.unknown";
        }

        public Object[] args() {
            return new Object[] {code};
        }
    }

    /** Not 6, 9 or 12 digits. */
    record Malformed(String code) implements DivisionAnswer {
        public String messageKey() {
            return "network.division.malformed";
        }

        public Object[] args() {
            return new Object[] {code};
        }
    }
}
