package org.jiamenkou.access;

/** What came of pairing or changing a device. */
public sealed interface DeviceOutcome {
    record Done(Device device) implements DeviceOutcome {}

    record Refused(DeviceRefusal refusal) implements DeviceOutcome {}
}
