package org.jiamenkou.access.rules;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Codes of an authenticator app: RFC 6238 with SHA-1, six digits, half a minute. */
public final class Totp {
    public static final int DIGITS = 6;
    public static final int STEP_SECONDS = 30;
    /** RFC 4226 recommends 160 bits. */
    public static final int SECRET_BYTES = 20;
    /** Clocks of phones and of this server may differ by one step either way. */
    static final int SKEW_STEPS = 1;

    private static final int MODULUS = 1_000_000;

    private Totp() {}

    public static long step(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), STEP_SECONDS);
    }

    public static String code(byte[] secret, long step) {
        byte[] hash = hmac(secret, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        int offset = hash[hash.length - 1] & 0x0F;
        int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & 0x7FFF_FFFF;
        return String.format(java.util.Locale.ROOT, "%06d", number % MODULUS);
    }

    /**
     * The step whose code was typed, when it lies within the allowed skew and after the step used last: a code counts
     * once, and so do the ones before it.
     */
    public static OptionalLong accepted(byte[] secret, String typed, Window window) {
        String digits = typed.replace(" ", "");
        OptionalLong found = OptionalLong.empty();
        for (long step = window.now() - SKEW_STEPS; step <= window.now() + SKEW_STEPS; step++) {
            boolean equal = MessageDigest.isEqual(
                    code(secret, step).getBytes(StandardCharsets.US_ASCII), digits.getBytes(StandardCharsets.UTF_8));
            if (equal && step > window.lastUsed() && found.isEmpty()) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    /** @param now step of the clock; @param lastUsed step used last, 0 for none */
    public record Window(long now, long lastUsed) {}

    private static byte[] hmac(byte[] secret, byte[] data) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            return mac.doFinal(data);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM has no HmacSHA1", e);
        }
    }
}
