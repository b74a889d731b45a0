package org.jiamenkou.access;

/** Why an account or a grant is not changed. The field is the one of the form it concerns. */
public sealed interface AccountRefusal {
    /** 3 to 30 small letters, digits, dots and hyphens, beginning with a letter. */
    record BadLogin() implements AccountRefusal {}

    record LoginTaken() implements AccountRefusal {}

    record NoName() implements AccountRefusal {}

    record UnknownArea() implements AccountRefusal {}

    /** @param codes of the areas that the words may mean */
    record SeveralAreas(String codes) implements AccountRefusal {}

    record OutsideYourArea() implements AccountRefusal {}

    record UnknownRole() implements AccountRefusal {}

    record BadDates() implements AccountRefusal {}

    record NoReason() implements AccountRefusal {}

    record AlreadyLeft() implements AccountRefusal {}

    record AlreadyHeld() implements AccountRefusal {}

    record AlreadyEnded() implements AccountRefusal {}

    /** Nobody changes their own account or grants to themselves. */
    record Yourself() implements AccountRefusal {}

    /** Who made an account does not make it an administrator (三员分立). */
    record MadeByYou() implements AccountRefusal {}

    /** The three administrators exclude each other on one account (三员分立). @param role code of the one held */
    record AdministratorsExclude(String role) implements AccountRefusal {}

    /** Somebody must remain who holds this administrator role for the whole city. @param role its code */
    record LastAdministrator(String role) implements AccountRefusal {}

    /** The restore was confirmed, cancelled, or its time is over. */
    record RestoreOver() implements AccountRefusal {}

    /** Who asked for a restore does not confirm it. */
    record AskedByYou() implements AccountRefusal {}

    default String messageKey() {
        return switch (this) {
            case BadLogin() -> "access.refusal.badLogin";
            case LoginTaken() -> "access.refusal.loginTaken";
            case NoName() -> "access.refusal.noName";
            case UnknownArea() -> "access.refusal.unknownArea";
            case SeveralAreas(String codes) -> "access.refusal.severalAreas";
            case OutsideYourArea() -> "access.refusal.outsideYourArea";
            case UnknownRole() -> "access.refusal.unknownRole";
            case BadDates() -> "access.refusal.badDates";
            case NoReason() -> "access.refusal.noReason";
            case AlreadyLeft() -> "access.refusal.alreadyLeft";
            case AlreadyHeld() -> "access.refusal.alreadyHeld";
            case AlreadyEnded() -> "access.refusal.alreadyEnded";
            case Yourself() -> "access.refusal.yourself";
            case MadeByYou() -> "access.refusal.madeByYou";
            case AdministratorsExclude(String role) -> "access.refusal.administratorsExclude";
            case LastAdministrator(String role) -> "access.refusal.lastAdministrator";
            case RestoreOver() -> "access.refusal.restoreOver";
            case AskedByYou() -> "access.refusal.askedByYou";
        };
    }

    /** What stands in the message; a role is named by its code. */
    default Object[] args() {
        return switch (this) {
            case SeveralAreas(String codes) -> new Object[] {codes};
            case AdministratorsExclude(String role) -> new Object[] {role};
            case LastAdministrator(String role) -> new Object[] {role};
            default -> new Object[0];
        };
    }

    default String field() {
        return switch (this) {
            case BadLogin(), LoginTaken() -> "login";
            case NoName() -> "name";
            case UnknownArea(), OutsideYourArea() -> "area";
            case SeveralAreas(String codes) -> "area";
            case BadDates() -> "from";
            case NoReason() -> "reason";
            case UnknownRole(), AlreadyHeld(), MadeByYou() -> "role";
            case AdministratorsExclude(String role) -> "role";
            default -> "main";
        };
    }
}
