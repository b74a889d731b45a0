package org.jiamenkou.access;

import java.util.UUID;

/** How the three steps of signing in by phone are answered: asking for a code, typing it, saying who one is. */
public sealed interface PhoneSignInAnswer {
    sealed interface ToAsking extends PhoneSignInAnswer {}

    sealed interface ToCode extends PhoneSignInAnswer {}

    sealed interface ToName extends PhoneSignInAnswer {}

    /** @param token for this browser alone; the code is of no use without it */
    record Sent(String token) implements ToAsking {
        @Override
        public String toString() {
            return "Sent";
        }
    }

    record Proven() implements ToCode {}

    record Welcome(UUID residentId, String name) implements ToName {}

    record Refused(PhoneSignInRefusal why) implements ToAsking, ToCode, ToName {}
}
