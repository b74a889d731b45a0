package org.jiamenkou.queue;

/** Why something in the queue could not be done; each says what to do instead. */
public sealed interface QueueRefusal {
    String messageKey();

    default Object[] args() {
        return new Object[0];
    }

    /** The place does not give out numbers. */
    record NoNumbersHere() implements QueueRefusal {
        @Override
        public String messageKey() {
            return "queue.refused.noNumbers";
        }
    }

    /** No item of this name is served here. */
    record UnknownItem(String slug) implements QueueRefusal {
        @Override
        public String messageKey() {
            return "queue.refused.unknownItem";
        }

        @Override
        public Object[] args() {
            return new Object[] {slug};
        }
    }

    record NobodyWaiting() implements QueueRefusal {
        @Override
        public String messageKey() {
            return "queue.refused.nobody";
        }
    }

    /** The worker sits at no counter, or paused it. */
    record NotAtACounter() implements QueueRefusal {
        @Override
        public String messageKey() {
            return "queue.refused.notAtCounter";
        }
    }

    /** Somebody else sits there. */
    record CounterTaken(String worker) implements QueueRefusal {
        @Override
        public String messageKey() {
            return "queue.refused.counterTaken";
        }

        @Override
        public Object[] args() {
            return new Object[] {worker};
        }
    }

    /** A counter is set up by a number from 1 to 999 that the place does not have yet. */
    record NoSuchNumber() implements QueueRefusal {
        @Override
        public String messageKey() {
            return "queue.refused.counterNumber";
        }
    }

    /** The counter has somebody already. */
    record StillServing(String label) implements QueueRefusal {
        @Override
        public String messageKey() {
            return "queue.refused.stillServing";
        }

        @Override
        public Object[] args() {
            return new Object[] {label};
        }
    }

    /** The ticket has moved on, or may not move that way. */
    record NotNow(TicketState state) implements QueueRefusal {
        @Override
        public String messageKey() {
            return "queue.refused.notNow";
        }
    }

    /** No booking of this code is for this place today. */
    record NoBookingToday() implements QueueRefusal {
        @Override
        public String messageKey() {
            return "queue.refused.noBooking";
        }
    }

    /** The booking has been checked in before, or was cancelled or moved. */
    record BookingOver(BookingState state) implements QueueRefusal {
        @Override
        public String messageKey() {
            return "queue.refused.bookingOver." + state.name();
        }
    }

    /** The ticket would wait for a counter where nobody sits. */
    record NobodyAtThatCounter() implements QueueRefusal {
        @Override
        public String messageKey() {
            return "queue.refused.nobodyThere";
        }
    }

    /** Somebody else moved the ticket at the same moment. */
    record MovedMeanwhile() implements QueueRefusal {
        @Override
        public String messageKey() {
            return "queue.refused.movedMeanwhile";
        }
    }

    /** Passed and returned as often as the rules allow; a new number is drawn. */
    record ReturnedTooOften(int times) implements QueueRefusal {
        @Override
        public String messageKey() {
            return "queue.refused.returnedTooOften";
        }

        @Override
        public Object[] args() {
            return new Object[] {times};
        }
    }

    /** Nobody there says that the person is in the room. */
    record NotPresent() implements QueueRefusal {
        @Override
        public String messageKey() {
            return "queue.refused.notPresent";
        }
    }
}
