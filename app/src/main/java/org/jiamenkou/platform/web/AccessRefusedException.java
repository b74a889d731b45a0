package org.jiamenkou.platform.web;

/** Somebody asked for what their rights do not reach. Shown as "not found" so that ids cannot be probed; logged. */
public final class AccessRefusedException extends RuntimeException {
    public AccessRefusedException(String what) {
        super(what);
    }
}
