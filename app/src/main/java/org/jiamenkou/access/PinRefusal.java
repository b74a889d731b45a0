package org.jiamenkou.access;

/** Why a PIN or a card is refused when somebody sets it. */
public sealed interface PinRefusal {
    record NotDigits(int least, int most) implements PinRefusal {}

    /** A row, a repetition. */
    record TooSimple() implements PinRefusal {}

    record LooksLikeDate() implements PinRefusal {}

    /** Setting one asks for the password, so that an unattended desk sets nothing. */
    record WrongPassword() implements PinRefusal {}

    /** What the reader typed is not a card number. */
    record NotCard() implements PinRefusal {}

    /** The card belongs to somebody else. */
    record CardTaken() implements PinRefusal {}

    default String messageKey() {
        return switch (this) {
            case NotDigits(int least, int most) -> "access.pin.notDigits";
            case TooSimple() -> "access.pin.tooSimple";
            case LooksLikeDate() -> "access.pin.looksLikeDate";
            case WrongPassword() -> "access.password.wrongCurrent";
            case NotCard() -> "access.card.notCard";
            case CardTaken() -> "access.card.taken";
        };
    }

    default Object[] args() {
        return this instanceof NotDigits(int least, int most) ? new Object[] {least, most} : new Object[0];
    }

    /** The field of the form it concerns. */
    default String field() {
        return switch (this) {
            case NotDigits(int least, int most) -> "pin";
            case TooSimple() -> "pin";
            case LooksLikeDate() -> "pin";
            case WrongPassword() -> "password";
            case NotCard() -> "card";
            case CardTaken() -> "card";
        };
    }
}
