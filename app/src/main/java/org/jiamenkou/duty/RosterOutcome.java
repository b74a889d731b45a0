package org.jiamenkou.duty;

/** What came of an edit of a roster; refusals say what to do. */
public sealed interface RosterOutcome {
    /** Done. */
    record Saved() implements RosterOutcome {
        @Override
        public String messageKey() {
            return "duty.saved";
        }
    }

    /** Somebody else edited it in between. */
    record ChangedMeanwhile() implements RosterOutcome {
        @Override
        public String messageKey() {
            return "duty.refused.changed";
        }
    }

    /** The hours of the station are not known, so nothing can be derived. */
    record NoHours() implements RosterOutcome {
        @Override
        public String messageKey() {
            return "duty.refused.noHours";
        }
    }

    /** Nobody to put in. */
    record NoWorkers() implements RosterOutcome {
        @Override
        public String messageKey() {
            return "duty.refused.noWorkers";
        }
    }

    /** The change would break a limit that protects a person. */
    record LimitBroken(Breach breach) implements RosterOutcome {
        @Override
        public String messageKey() {
            return "duty.refused.limit." + breach.kind().name();
        }
    }

    /** Gaps must be taken on by name before it is published. */
    record GapsNotAcknowledged(int gaps) implements RosterOutcome {
        @Override
        public String messageKey() {
            return "duty.refused.gaps";
        }

        @Override
        public Object[] args() {
            return new Object[] {gaps};
        }
    }

    /** What was sent names no shift, worker or days of this roster. */
    record Unknown() implements RosterOutcome {
        @Override
        public String messageKey() {
            return "duty.refused.unknown";
        }
    }

    String messageKey();

    default Object[] args() {
        return new Object[0];
    }
}
