package org.jiamenkou.queue;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Why a booking was not made, changed or cancelled. Nothing was written; what was held is still held. */
public sealed interface BookingRefusal {
    String messageKey();

    default Object[] args() {
        return new Object[0];
    }

    /** What can be had instead, the two nearest: the same place first, then the nearest place. */
    default List<FreeSlot> nearest() {
        return List.of();
    }

    /** The last seat has just gone. */
    record SlotFull(List<FreeSlot> nearest) implements BookingRefusal {
        public SlotFull {
            nearest = List.copyOf(nearest);
        }

        @Override
        public String messageKey() {
            return "queue.refusal.full";
        }
    }

    /** What is left is kept for elderly, disabled, pregnant and military. */
    record OnlyReservedLeft(List<FreeSlot> nearest) implements BookingRefusal {
        public OnlyReservedLeft {
            nearest = List.copyOf(nearest);
        }

        @Override
        public String messageKey() {
            return "queue.refusal.reserved";
        }
    }

    /** The place is closed then after all. */
    record SlotRemoved(List<FreeSlot> nearest) implements BookingRefusal {
        public SlotRemoved {
            nearest = List.copyOf(nearest);
        }

        @Override
        public String messageKey() {
            return "queue.refusal.removed";
        }
    }

    record SlotOver(List<FreeSlot> nearest) implements BookingRefusal {
        public SlotOver {
            nearest = List.copyOf(nearest);
        }

        @Override
        public String messageKey() {
            return "queue.refusal.over";
        }
    }

    record NotOpenYet(LocalDateTime opensAt) implements BookingRefusal {
        @Override
        public String messageKey() {
            return "queue.refusal.notOpenYet";
        }

        @Override
        public Object[] args() {
            return new Object[] {opensAt.format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm"))};
        }
    }

    /** No such slot, or it is not for this item. */
    record UnknownSlot() implements BookingRefusal {
        @Override
        public String messageKey() {
            return "queue.refusal.unknown";
        }
    }

    /** @param most bookings of one item at once */
    record OpenLimit(int most) implements BookingRefusal {
        @Override
        public String messageKey() {
            return "queue.refusal.openLimit";
        }

        @Override
        public Object[] args() {
            return new Object[] {most};
        }
    }

    /** @param most bookings on one day */
    record DayLimit(int most) implements BookingRefusal {
        @Override
        public String messageKey() {
            return "queue.refusal.dayLimit";
        }

        @Override
        public Object[] args() {
            return new Object[] {most};
        }
    }

    /** The person has to be somewhere else at that time. */
    record SameTime() implements BookingRefusal {
        @Override
        public String messageKey() {
            return "queue.refusal.sameTime";
        }
    }

    /** Bookings were missed; phoning and walking in are as open as ever. */
    record OnlineLimited(LocalDate until) implements BookingRefusal {
        @Override
        public String messageKey() {
            return "queue.refusal.onlineLimited";
        }

        @Override
        public Object[] args() {
            return new Object[] {until.toString()};
        }
    }

    /** It was cancelled, changed or used before. */
    record NoLongerOpen() implements BookingRefusal {
        @Override
        public String messageKey() {
            return "queue.refusal.noLongerOpen";
        }
    }

    /** @param minutes before the start, until when it was possible */
    record TooLateToChange(int minutes) implements BookingRefusal {
        @Override
        public String messageKey() {
            return "queue.refusal.tooLate";
        }

        @Override
        public Object[] args() {
            return new Object[] {minutes};
        }
    }

    /** The offer from the waiting list no longer holds. */
    record OfferOver() implements BookingRefusal {
        @Override
        public String messageKey() {
            return "queue.refusal.offerOver";
        }
    }
}
