package org.jiamenkou.platform.keeping;

import org.jiamenkou.platform.CannotStartException;

/** Protects the keys of a backup; not shown in any text. */
public record Passphrase(String text) {
    private static final int LEAST_LENGTH = 12;

    /** @throws CannotStartException when it is too short to protect anything */
    public Passphrase {
        if (text.length() < LEAST_LENGTH) {
            throw CannotStartException.wrongSettings("start.backup.shortPassphrase", String.valueOf(LEAST_LENGTH));
        }
    }

    @Override
    public String toString() {
        return "Passphrase";
    }
}
