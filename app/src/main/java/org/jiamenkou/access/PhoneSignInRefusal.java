package org.jiamenkou.access;

/** Why signing in by phone stops here. None of them depends on whether an account exists. */
public sealed interface PhoneSignInRefusal {
    /** This installation sends no messages. */
    record Unavailable() implements PhoneSignInRefusal {}

    record NotAPhone() implements PhoneSignInRefusal {}

    record FixedLine() implements PhoneSignInRefusal {}

    record NoConsent() implements PhoneSignInRefusal {}

    /** A code was sent a moment ago. */
    record TooSoon(int seconds) implements PhoneSignInRefusal {}

    /** Too many codes to this phone or from this address. */
    record TooMany(int minutes) implements PhoneSignInRefusal {}

    record WrongCode(int triesLeft) implements PhoneSignInRefusal {}

    /** The code is over, spoilt, used, or was asked for in another browser. */
    record NoCode() implements PhoneSignInRefusal {}

    record NoName() implements PhoneSignInRefusal {}

    default String messageKey() {
        return switch (this) {
            case Unavailable() -> "access.phone.unavailable";
            case NotAPhone() -> "access.phone.notAPhone";
            case FixedLine() -> "access.phone.fixedLine";
            case NoConsent() -> "access.phone.noConsent";
            case TooSoon(int n) -> "access.phone.tooSoon";
            case TooMany(int n) -> "access.phone.tooMany";
            case WrongCode(int n) -> "access.phone.wrongCode";
            case NoCode() -> "access.phone.noCode";
            case NoName() -> "access.phone.noName";
        };
    }

    default Object[] args() {
        return switch (this) {
            case TooSoon(int seconds) -> new Object[] {seconds};
            case TooMany(int minutes) -> new Object[] {minutes};
            case WrongCode(int left) -> new Object[] {left};
            case Unavailable() -> new Object[0];
            case NotAPhone() -> new Object[0];
            case FixedLine() -> new Object[0];
            case NoConsent() -> new Object[0];
            case NoCode() -> new Object[0];
            case NoName() -> new Object[0];
        };
    }
}
