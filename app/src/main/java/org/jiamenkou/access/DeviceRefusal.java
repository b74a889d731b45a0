package org.jiamenkou.access;

import java.time.LocalTime;

/** Why a device is not paired, changed or revoked. The field is the one of the form it concerns. */
public sealed interface DeviceRefusal {
    /** No device shows this code now. */
    record UnknownCode() implements DeviceRefusal {}

    /** Too many wrong codes in a row. */
    record Locked(LocalTime until) implements DeviceRefusal {}

    /** 1 to 60 characters. */
    record NoName() implements DeviceRefusal {}

    record NoKind() implements DeviceRefusal {}

    record UnknownPlace() implements DeviceRefusal {}

    /** @param codes of the places that the words may mean */
    record SeveralPlaces(String codes) implements DeviceRefusal {}

    record OutsideYourArea() implements DeviceRefusal {}

    /** A device stands in one subdistrict, not in a district or the city. */
    record TooWide() implements DeviceRefusal {}

    record ChangedMeanwhile() implements DeviceRefusal {}

    record AlreadyRevoked() implements DeviceRefusal {}

    default String messageKey() {
        return switch (this) {
            case UnknownCode() -> "access.device.refusal.unknownCode";
            case Locked(LocalTime until) -> "access.device.refusal.locked";
            case NoName() -> "access.device.refusal.noName";
            case NoKind() -> "access.device.refusal.noKind";
            case UnknownPlace() -> "access.device.refusal.unknownPlace";
            case SeveralPlaces(String codes) -> "access.device.refusal.severalPlaces";
            case OutsideYourArea() -> "access.device.refusal.outsideYourArea";
            case TooWide() -> "access.device.refusal.tooWide";
            case ChangedMeanwhile() -> "access.device.refusal.changedMeanwhile";
            case AlreadyRevoked() -> "access.device.refusal.alreadyRevoked";
        };
    }

    default Object[] args() {
        return switch (this) {
            case Locked(LocalTime until) -> new Object[] {until.withNano(0)};
            case SeveralPlaces(String codes) -> new Object[] {codes};
            case UnknownCode() -> new Object[0];
            case NoName() -> new Object[0];
            case NoKind() -> new Object[0];
            case UnknownPlace() -> new Object[0];
            case OutsideYourArea() -> new Object[0];
            case TooWide() -> new Object[0];
            case ChangedMeanwhile() -> new Object[0];
            case AlreadyRevoked() -> new Object[0];
        };
    }

    default String field() {
        return switch (this) {
            case UnknownCode() -> "code";
            case Locked(LocalTime until) -> "code";
            case NoName() -> "name";
            case NoKind() -> "kind-KIOSK";
            case UnknownPlace() -> "place";
            case SeveralPlaces(String codes) -> "place";
            case OutsideYourArea() -> "place";
            case TooWide() -> "place";
            case ChangedMeanwhile() -> "name";
            case AlreadyRevoked() -> "name";
        };
    }
}
