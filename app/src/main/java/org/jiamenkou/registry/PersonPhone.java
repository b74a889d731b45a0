package org.jiamenkou.registry;

import java.util.Optional;
import org.jiamenkou.access.Phone;
import org.jiamenkou.access.TypedPhone;
import org.jiamenkou.access.TypedPhones;

/**
 * A phone a person can be reached at.
 *
 * @param digits eleven digits of a mobile, or a fixed line with its area code
 */
public record PersonPhone(Kind kind, String digits) {
    public enum Kind {
        MOBILE,
        LANDLINE
    }

    /** Empty when what was typed is no phone number. */
    public static Optional<PersonPhone> read(String typed) {
        return switch (TypedPhones.read(typed)) {
            case TypedPhone.Mobile(Phone phone) -> Optional.of(of(phone));
            case TypedPhone.Landline(String digits) -> Optional.of(new PersonPhone(Kind.LANDLINE, digits));
            case TypedPhone.Unreadable() -> Optional.empty();
        };
    }

    public static PersonPhone of(Phone mobile) {
        return new PersonPhone(Kind.MOBILE, mobile.digits());
    }

    /** The mobile that a short message can be sent to. */
    public Optional<Phone> mobile() {
        return kind == Kind.MOBILE ? Optional.of(new Phone(digits)) : Optional.empty();
    }

    /** As screens show it. */
    public String masked() {
        return digits.substring(0, 3) + "****" + digits.substring(digits.length() - 4);
    }

    @Override
    public String toString() {
        return masked();
    }
}
