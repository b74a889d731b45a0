package org.jiamenkou.platform.web;

/** Something is asked of a part of this node that is still being built; a page says so and to come back. */
public final class NotReadyException extends RuntimeException {
    public NotReadyException(String part) {
        super(part + " is not ready yet");
    }
}
