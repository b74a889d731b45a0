package org.jiamenkou.catalogue;

import java.time.LocalDate;

/** Why a list cannot be changed or published in this way. */
public sealed interface ListRefusal {
    String messageKey();

    default Object[] args() {
        return new Object[0];
    }

    /** Somebody else changed the same entry, or published or gave up the draft, after the page was opened. */
    record ChangedMeanwhile(String byName) implements ListRefusal {
        @Override
        public String messageKey() {
            return "catalogue.list.refused.changedMeanwhile";
        }

        @Override
        public Object[] args() {
            return new Object[] {byName};
        }
    }

    record NumberTaken(int number) implements ListRefusal {
        @Override
        public String messageKey() {
            return "catalogue.list.refused.numberTaken";
        }

        @Override
        public Object[] args() {
            return new Object[] {number};
        }
    }

    /** The draft says what is in force already. */
    record NothingChanged() implements ListRefusal {
        @Override
        public String messageKey() {
            return "catalogue.list.refused.nothingChanged";
        }
    }

    record NoEntries() implements ListRefusal {
        @Override
        public String messageKey() {
            return "catalogue.list.refused.noEntries";
        }
    }

    record VersionTaken() implements ListRefusal {
        @Override
        public String messageKey() {
            return "catalogue.list.refused.versionTaken";
        }
    }

    /** What was in force on a past day stays as it was. */
    record DayPast(LocalDate today) implements ListRefusal {
        @Override
        public String messageKey() {
            return "catalogue.list.refused.dayPast";
        }

        @Override
        public Object[] args() {
            return new Object[] {today.toString()};
        }
    }

    /** Another version of the list begins on that day. */
    record DayTaken(LocalDate day) implements ListRefusal {
        @Override
        public String messageKey() {
            return "catalogue.list.refused.dayTaken";
        }

        @Override
        public Object[] args() {
            return new Object[] {day.toString()};
        }
    }
}
