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
}
