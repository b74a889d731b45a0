package org.jiamenkou.platform.keeping;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.generators.SCrypt;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.jiamenkou.platform.CannotStartException;
import org.jiamenkou.platform.crypto.Sm3;
import tools.jackson.databind.json.JsonMapper;

/**
 * The keys of an installation, apart from its backup, under a passphrase: scrypt makes the key, SM4-GCM encrypts. Layout:
 * a line that names the format, salt (16), nonce (12), cipher text and tag.
 *
 * @param backup id of the backup it was written with
 * @param macKey proves that the backup was written by whoever wrote this file
 * @param files names below {@code keys} and what they hold
 */
record KeysFile(String backup, byte[] macKey, SortedMap<String, byte[]> files) {
    private static final byte[] MAGIC = "jiamenkou keys 1\n".getBytes(StandardCharsets.US_ASCII);
    private static final int SALT_BYTES = 16;
    private static final int NONCE_BYTES = 12;
    private static final int MAC_KEY_BYTES = 32;
    private static final int TAG_BITS = 128;
    private static final int KEY_BYTES = 16;
    private static final int COST = 1 << 15;
    private static final int BLOCKS = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** The keys of a data folder. Passwords of the embedded database stay: a restored one is given new ones. */
    static KeysFile of(String backup, Path data) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        Path folder = data.resolve("keys");
        if (Files.isDirectory(folder)) {
            try (Stream<Path> list = Files.list(folder)) {
                for (Path file : list.filter(Files::isRegularFile).toList()) {
                    String name = String.valueOf(file.getFileName());
                    if (!name.endsWith(".password") && !name.endsWith(".lock") && !name.endsWith(".new")) {
                        files.put(name, Files.readAllBytes(file));
                    }
                }
            }
        }
        return new KeysFile(backup, random(MAC_KEY_BYTES), files);
    }

    private static byte[] random(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return random;
    }

    byte[] encrypted(Passphrase passphrase) {
        byte[] salt = random(SALT_BYTES);
        byte[] nonce = random(NONCE_BYTES);
        try {
            byte[] text = run(
                    true,
                    passphrase,
                    new Sealed(salt, nonce, JsonMapper.shared().writeValueAsBytes(this)));
            return ByteBuffer.allocate(MAGIC.length + SALT_BYTES + NONCE_BYTES + text.length)
                    .put(MAGIC)
                    .put(salt)
                    .put(nonce)
                    .put(text)
                    .array();
        } catch (InvalidCipherTextException cannotBe) {
            throw new IllegalStateException(cannotBe);
        }
    }

    /** @throws CannotStartException when it is no such file, was altered, or the passphrase is another one */
    static KeysFile open(Path file, Passphrase passphrase) {
        try {
            byte[] all = Files.readAllBytes(file);
            int head = MAGIC.length + SALT_BYTES + NONCE_BYTES;
            if (all.length <= head || !Arrays.equals(all, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
                throw CannotStartException.notPossibleHere("start.restore.noKeysFile", file.toString());
            }
            byte[] salt = Arrays.copyOfRange(all, MAGIC.length, MAGIC.length + SALT_BYTES);
            byte[] nonce = Arrays.copyOfRange(all, MAGIC.length + SALT_BYTES, head);
            byte[] plain = run(false, passphrase, new Sealed(salt, nonce, Arrays.copyOfRange(all, head, all.length)));
            return JsonMapper.shared().readValue(plain, KeysFile.class);
        } catch (NoSuchFileException missing) {
            throw CannotStartException.notPossibleHere("start.restore.noFile", file.toString());
        } catch (InvalidCipherTextException wrong) {
            throw CannotStartException.notPossibleHere("start.restore.wrongPassphrase", file.toString());
        } catch (IOException e) {
            throw CannotStartException.notPossibleHere(
                    "start.restore.unreadable", file.toString(), String.valueOf(e.getMessage()));
        }
    }

    private record Sealed(byte[] salt, byte[] nonce, byte[] input) {}

    private static byte[] run(boolean encrypting, Passphrase passphrase, Sealed sealed)
            throws InvalidCipherTextException {
        byte[] key = SCrypt.generate(
                passphrase.text().getBytes(StandardCharsets.UTF_8), sealed.salt(), COST, BLOCKS, 1, KEY_BYTES);
        GCMModeCipher gcm = GCMBlockCipher.newInstance(new SM4Engine());
        gcm.init(encrypting, new AEADParameters(new KeyParameter(key), TAG_BITS, sealed.nonce(), MAGIC));
        byte[] out = new byte[gcm.getOutputSize(sealed.input().length)];
        int done = gcm.processBytes(sealed.input(), 0, sealed.input().length, out, 0);
        gcm.doFinal(out, done);
        return out;
    }

    /** Only who holds these keys can make it: a backup altered by somebody else is refused. */
    byte[] mac(byte[] manifest) {
        return Sm3.hmac(macKey, manifest);
    }

    @Override
    public String toString() {
        return "KeysFile of " + backup + " " + Map.copyOf(files).keySet();
    }
}
