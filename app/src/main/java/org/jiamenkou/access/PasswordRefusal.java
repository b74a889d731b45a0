package org.jiamenkou.access;

/** Why a new password is refused. */
public sealed interface PasswordRefusal {
    record TooShort(int leastLength) implements PasswordRefusal {}

    record TooFewKinds(int leastKinds) implements PasswordRefusal {}

    record ContainsLoginName() implements PasswordRefusal {}

    record TooLong(int mostBytes) implements PasswordRefusal {}

    record SameAsBefore() implements PasswordRefusal {}

    record WrongCurrentPassword() implements PasswordRefusal {}

    default String messageKey() {
        return switch (this) {
            case TooShort(int n) -> "access.password.tooShort";
            case TooFewKinds(int n) -> "access.password.tooFewKinds";
            case ContainsLoginName() -> "access.password.containsLoginName";
            case TooLong(int n) -> "access.password.tooLong";
            case SameAsBefore() -> "access.password.sameAsBefore";
            case WrongCurrentPassword() -> "access.password.wrongCurrent";
        };
    }

    default Object[] args() {
        return switch (this) {
            case TooShort(int least) -> new Object[] {least};
            case TooFewKinds(int least) -> new Object[] {least};
            case ContainsLoginName() -> new Object[0];
            case TooLong(int most) -> new Object[] {most};
            case SameAsBefore() -> new Object[0];
            case WrongCurrentPassword() -> new Object[0];
        };
    }
}
