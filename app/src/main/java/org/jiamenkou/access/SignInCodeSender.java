package org.jiamenkou.access;

import java.util.Optional;
import org.jiamenkou.platform.web.Lang;

/** Port: carries a resident's sign-in code to their phone; implemented by {@code notices}. */
public interface SignInCodeSender {
    /** Whether this installation can send messages at all; if not, pages say so before anything is typed. */
    boolean available();

    /** Where messages can be read that only pretend to leave, in a demo on loopback. */
    Optional<String> simulatorPage();

    /** Puts the code on its way, in the running transaction: it leaves when that commits. */
    void send(SignInCode code);

    /** @param code six digits; @param lang the reader's language; @param validMinutes how long the code holds */
    record SignInCode(Phone phone, String code, Lang lang, int validMinutes) {
        @Override
        public String toString() {
            return "SignInCode for " + phone;
        }
    }
}
