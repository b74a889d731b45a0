package org.jiamenkou.access;

import java.time.LocalDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How an attempt to sign in ended, or what it still needs. */
public sealed interface SignInOutcome {
    /**
     * @param mustChangePassword the password is too old or was given by somebody else
     * @param browserToken to be kept by this browser, null when it has one already or none is needed
     */
    record Welcome(
            UUID accountId,
            String name,
            boolean mustChangePassword,
            @Nullable String browserToken) implements SignInOutcome {
        @Override
        public String toString() {
            return "Welcome[" + accountId + "]";
        }
    }

    /**
     * The password is right and a code of the authenticator is needed at this browser.
     *
     * @param enrolled whether there is an authenticator already; if not, one is set up now
     */
    record CodeNeeded(HalfSignIn half, boolean enrolled) implements SignInOutcome {}

    /** The code is wrong, or was used before. */
    record WrongCode() implements SignInOutcome {}

    /** The name is unknown, the password wrong, the account left, or no grant is valid today: one answer for all. */
    record NotRecognised() implements SignInOutcome {}

    record Locked(LocalDateTime until) implements SignInOutcome {}
}
