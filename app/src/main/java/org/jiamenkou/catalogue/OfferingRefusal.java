package org.jiamenkou.catalogue;

import java.util.Set;

/** Why an offering of a station is not changed. */
public sealed interface OfferingRefusal {
    String messageKey();

    /** The field of the form it concerns. */
    String field();

    default Object[] args() {
        return new Object[0];
    }

    record ReasonMissing() implements OfferingRefusal {
        @Override
        public String messageKey() {
            return "catalogue.offering.refused.reason";
        }

        @Override
        public String field() {
            return "reason";
        }
    }

    /** @param most characters */
    record TooLong(String field, int most) implements OfferingRefusal {
        @Override
        public String messageKey() {
            return "catalogue.offering.refused.tooLong";
        }

        @Override
        public Object[] args() {
            return new Object[] {most};
        }
    }

    record NoWays() implements OfferingRefusal {
        @Override
        public String messageKey() {
            return "catalogue.offering.refused.noWays";
        }

        @Override
        public String field() {
            return "ways";
        }
    }

    /** Ways in which the item cannot be done anywhere. */
    record WaysNotOfItem(Set<Way> ways) implements OfferingRefusal {
        @Override
        public String messageKey() {
            return "catalogue.offering.refused.waysNotOfItem";
        }

        @Override
        public String field() {
            return "ways";
        }
    }

    /** The rules hold already; there is no exception to end. */
    record NothingToPutBack() implements OfferingRefusal {
        @Override
        public String messageKey() {
            return "catalogue.offering.refused.nothingToPutBack";
        }

        @Override
        public String field() {
            return "change";
        }
    }
}
