package org.jiamenkou.queue;

import org.jiamenkou.access.Actor;
import org.jiamenkou.access.Resident;

/** Who asks to see, change or cancel a booking, and why they may. */
public sealed interface BookingHolder {
    /** A resident who is signed in: the person booked for, who acts for them, or who made it. */
    record SignedIn(Resident resident) implements BookingHolder {}

    /** Staff of the place. */
    record Worker(Actor actor) implements BookingHolder {}

    /** Whoever has the code and the last four digits of the phone. */
    record Caller(String lastDigits) implements BookingHolder {}
}
