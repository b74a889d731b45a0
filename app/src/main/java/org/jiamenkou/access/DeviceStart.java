package org.jiamenkou.access;

/** Where devices of a kind begin once they are paired; a module that serves them offers one as a bean. */
public interface DeviceStart {
    DeviceKind kind();

    /** A path of ours: {@code /kiosk}. */
    String path(Device device);
}
