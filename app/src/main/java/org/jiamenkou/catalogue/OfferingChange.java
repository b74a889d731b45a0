package org.jiamenkou.catalogue;

import java.util.Set;

/** What somebody at a station asks to change about one item there. */
public sealed interface OfferingChange {
    /** Why, in their own words; never blank once accepted. */
    String reason();

    OfferingStep.Kind kind();

    /** The station does not do it for now. */
    record TakeOff(String reason) implements OfferingChange {
        @Override
        public OfferingStep.Kind kind() {
            return OfferingStep.Kind.TAKEN_OFF;
        }
    }

    /**
     * The station does it by these ways, at hours of its own.
     *
     * @param hoursNote empty for none
     */
    record OtherWays(Set<Way> ways, String hoursNote, String reason) implements OfferingChange {
        public OtherWays {
            ways = Set.copyOf(ways);
        }

        @Override
        public OfferingStep.Kind kind() {
            return OfferingStep.Kind.OTHER_WAYS;
        }
    }

    /** The rules hold here again. */
    record PutBack(String reason) implements OfferingChange {
        @Override
        public OfferingStep.Kind kind() {
            return OfferingStep.Kind.PUT_BACK;
        }
    }
}
