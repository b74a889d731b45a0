package org.jiamenkou.access;

/** A page for devices was opened by something else; shown as a page that says why and what to do (403). */
public final class DeviceRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Why. */
    public enum Reason {
        /** This browser was never paired, or its token is no longer known. */
        UNKNOWN,
        /** Somebody with the right took the device out of service. */
        REVOKED,
        /** Paired as another kind of device. */
        OTHER_KIND;

        public String messageKey() {
            return "access.device.refused." + name();
        }
    }

    private final Reason reason;

    public DeviceRefusedException(Reason reason) {
        super("no device for this page: " + reason);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
