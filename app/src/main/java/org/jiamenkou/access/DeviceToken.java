package org.jiamenkou.access;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import org.jiamenkou.platform.crypto.Sm3;

/** What a device keeps as a cookie: long and random, so that its plain hash in the database tells nothing. */
public record DeviceToken(String value) {
    private static final int BYTES = 32;
    private static final int LONGEST = 100;
    private static final SecureRandom RANDOM = new SecureRandom();

    static DeviceToken fresh() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new DeviceToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Whether it could be one of ours at all. */
    boolean isPlausible() {
        return !value.isEmpty() && value.length() <= LONGEST;
    }

    byte[] hash() {
        return Sm3.hash(value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "DeviceToken";
    }
}
