package org.jiamenkou.access;

/** What a paired device is for. */
public enum DeviceKind {
    /** People use it themselves: numbers, checking in, looking things up. It may write at its own place. */
    KIOSK,
    /** Shows and never writes. */
    SCREEN,
    /** A computer that staff share; who works there signs in beside it. It never writes in its own name. */
    DESK;

    public String messageKey() {
        return "access.device.kind." + name();
    }
}
