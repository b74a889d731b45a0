package org.jiamenkou.network;

import org.jiamenkou.calendar.HoursOutcome;

/** How an edit of a station ended. Everything but {@link Saved} wrote nothing. */
public sealed interface StationChange {
    record Saved() implements StationChange {
        @Override
        public String messageKey() {
            return "network.change.saved";
        }
    }

    /** Somebody else saved in between. */
    record ChangedMeanwhile() implements StationChange {
        @Override
        public String messageKey() {
            return "network.change.meanwhile";
        }
    }

    /** The calendar refuses the hours. */
    record HoursRefused(HoursOutcome outcome) implements StationChange {
        @Override
        public String messageKey() {
            return outcome.messageKey();
        }

        @Override
        public Object[] args() {
            return outcome.args();
        }
    }

    /** The person responsible cannot stand in for themselves (M-033). */
    record OnePersonForBoth() implements StationChange {
        @Override
        public String messageKey() {
            return "network.change.onePersonForBoth";
        }
    }

    /** A name of 2 to 30 characters is needed for a new person. */
    record NameMissing() implements StationChange {
        @Override
        public String messageKey() {
            return "network.change.nameMissing";
        }
    }

    /** The chosen post is not one of this station. */
    record UnknownPost() implements StationChange {
        @Override
        public String messageKey() {
            return "network.change.unknownPost";
        }
    }

    String messageKey();

    default Object[] args() {
        return new Object[0];
    }
}
