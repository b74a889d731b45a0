package org.jiamenkou.catalogue;

/** Why an entry approval cannot be decided in this way. */
public sealed interface EntryRefusal {
    String messageKey();

    default Object[] args() {
        return new Object[0];
    }

    /** 依法: no clause is named. */
    record NoBasis() implements EntryRefusal {
        @Override
        public String messageKey() {
            return "catalogue.entry.refused.noBasis";
        }
    }

    /** 必需: nobody said why it must be handed down. */
    record NoNecessity() implements EntryRefusal {
        @Override
        public String messageKey() {
            return "catalogue.entry.refused.noNecessity";
        }
    }

    /** 配套: nothing was said about money and staff, or about the hours it takes. */
    record NoSupport() implements EntryRefusal {
        @Override
        public String messageKey() {
            return "catalogue.entry.refused.noSupport";
        }
    }

    /** Those who are to carry it were not heard (街道办事处条例 第十条). */
    record NobodyHeard() implements EntryRefusal {
        @Override
        public String messageKey() {
            return "catalogue.entry.refused.nobodyHeard";
        }
    }

    /** The step does not follow from the state it is in. */
    record NotFromThisState() implements EntryRefusal {
        @Override
        public String messageKey() {
            return "catalogue.entry.refused.state";
        }
    }

    /** The new day lies before the one it follows. */
    record DatesOutOfOrder() implements EntryRefusal {
        @Override
        public String messageKey() {
            return "catalogue.entry.refused.dates";
        }
    }

    /** Nobody decides on what they applied for themselves. */
    record OwnApplication() implements EntryRefusal {
        @Override
        public String messageKey() {
            return "catalogue.entry.refused.own";
        }
    }

    /** A trial needs its end, an approval the day of its next review. */
    record NoDay() implements EntryRefusal {
        @Override
        public String messageKey() {
            return "catalogue.entry.refused.noDay";
        }
    }

    /** A decision says why. */
    record NoReason() implements EntryRefusal {
        @Override
        public String messageKey() {
            return "catalogue.entry.refused.noReason";
        }
    }

    /** It must have a name. */
    record NoName() implements EntryRefusal {
        @Override
        public String messageKey() {
            return "catalogue.entry.refused.noName";
        }
    }

    /** Letting an item into stations names the item. */
    record NoItem() implements EntryRefusal {
        @Override
        public String messageKey() {
            return "catalogue.entry.refused.noItem";
        }
    }

    /** The area has an application of this kind and name. */
    record NameTaken() implements EntryRefusal {
        @Override
        public String messageKey() {
            return "catalogue.entry.refused.taken";
        }
    }
}
