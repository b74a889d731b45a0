package org.jiamenkou.queue;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.random.RandomGenerator;

/** Numbers nobody can guess, drawn a block at a time: asking the system for each character of a code is slow. */
final class SecureBits implements RandomGenerator {
    private static final int BLOCK = 4_096;

    private final SecureRandom source = new SecureRandom();
    private final byte[] block = new byte[BLOCK];
    private final ByteBuffer left = ByteBuffer.wrap(block);

    SecureBits() {
        left.position(BLOCK);
    }

    @Override
    public synchronized int nextInt() {
        if (left.remaining() < Integer.BYTES) {
            source.nextBytes(block);
            left.rewind();
        }
        return left.getInt();
    }

    @Override
    public long nextLong() {
        return ((long) nextInt() << Integer.SIZE) ^ (nextInt() & 0xFFFF_FFFFL);
    }
}
