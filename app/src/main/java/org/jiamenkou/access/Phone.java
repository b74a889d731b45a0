package org.jiamenkou.access;

/**
 * A mainland mobile number.
 *
 * @param digits eleven digits, beginning with 1
 */
public record Phone(String digits) {
    public Phone {
        if (!digits.matches("1[3-9][0-9]{9}")) {
            throw new IllegalArgumentException("not a mobile number");
        }
    }

    /** As screens show it. */
    public String masked() {
        return digits.substring(0, 3) + "****" + digits.substring(7);
    }

    @Override
    public String toString() {
        return masked();
    }
}
