package org.jiamenkou.platform.crypto;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * Encrypts personal fields (SM4-GCM, GB/T 32907) and makes the blind index they are found by (HMAC-SM3). The bytes are
 * key version (4), nonce (12), cipher text and tag (16); the purpose is bound in, so that a value cannot be moved to
 * another column.
 */
public final class Ciphers {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int SM4_KEY_BYTES = 16;
    private static final int SIGNATURE_BYTES = 32;

    private final Keyring keyring;
    private final SecureRandom random = new SecureRandom();

    public Ciphers(Keyring keyring) {
        this.keyring = keyring;
    }

    /** Encrypts with the newest key. */
    public byte[] encrypt(String purpose, String plain) {
        int version = keyring.newestVersion();
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] text = run(true, version, purpose, nonce, plain.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.allocate(4 + NONCE_BYTES + text.length)
                .putInt(version)
                .put(nonce)
                .put(text)
                .array();
    }

    /** @throws IllegalStateException when the value was altered, or belongs to another purpose */
    public String decrypt(String purpose, byte[] value) {
        ByteBuffer buffer = ByteBuffer.wrap(value);
        int version = buffer.getInt();
        byte[] nonce = new byte[NONCE_BYTES];
        buffer.get(nonce);
        byte[] text = new byte[buffer.remaining()];
        buffer.get(text);
        return new String(run(false, version, purpose, nonce, text), StandardCharsets.UTF_8);
    }

    /**
     * Written beside a value: equal for equal values of one purpose and one key version, and tells nothing else. Rows
     * are looked up with {@link #blindIndexes}. A module that stores values declares them in {@link EncryptedColumns}.
     */
    public byte[] blindIndex(String purpose, String plain) {
        return blindIndex(keyring.newestVersion(), purpose, plain);
    }

    /**
     * All indexes a stored row of this value may carry, the newest first: while keys are being rotated, some rows still
     * have the one of the version before. Compared with {@code index_column = any(:indexes)}.
     */
    public byte[][] blindIndexes(String purpose, String plain) {
        return keyring.versionsInUse().stream()
                .map(version -> blindIndex(version, purpose, plain))
                .toArray(byte[][]::new);
    }

    private byte[] blindIndex(int version, String purpose, String plain) {
        return Sm3.hmac(keyring.key(version, "index:" + purpose), plain.getBytes(StandardCharsets.UTF_8));
    }

    /** Shows that whoever made it had the keys, which no one at the database has: key version (4) and HMAC-SM3 (32). */
    public byte[] sign(String purpose, byte[] data) {
        int version = keyring.newestVersion();
        return ByteBuffer.allocate(4 + SIGNATURE_BYTES)
                .putInt(version)
                .put(Sm3.hmac(keyring.key(version, "sign:" + purpose), data))
                .array();
    }

    /** Whether {@link #sign} of this installation made it, with whichever key. */
    public boolean isSigned(String purpose, byte[] data, byte[] signature) {
        if (signature.length != 4 + SIGNATURE_BYTES) {
            return false;
        }
        int version = ByteBuffer.wrap(signature).getInt();
        try {
            return MessageDigest.isEqual(
                    Sm3.hmac(keyring.key(version, "sign:" + purpose), data),
                    Arrays.copyOfRange(signature, 4, signature.length));
        } catch (IllegalStateException noSuchKey) {
            return false;
        }
    }

    private byte[] run(boolean encrypting, int version, String purpose, byte[] nonce, byte[] input) {
        byte[] key = Arrays.copyOf(keyring.key(version, "sm4:" + purpose), SM4_KEY_BYTES);
        GCMModeCipher gcm = GCMBlockCipher.newInstance(new SM4Engine());
        gcm.init(
                encrypting,
                new AEADParameters(new KeyParameter(key), TAG_BITS, nonce, purpose.getBytes(StandardCharsets.UTF_8)));
        byte[] out = new byte[gcm.getOutputSize(input.length)];
        int done = gcm.processBytes(input, 0, input.length, out, 0);
        try {
            gcm.doFinal(out, done);
        } catch (InvalidCipherTextException altered) {
            throw new IllegalStateException("an encrypted value of " + purpose + " was altered", altered);
        }
        return out;
    }
}
