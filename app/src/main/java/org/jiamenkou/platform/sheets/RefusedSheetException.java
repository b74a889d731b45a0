package org.jiamenkou.platform.sheets;

/** Carries a refusal out of the depth of a reader; the door of the kit turns it into a value. */
final class RefusedSheetException extends RuntimeException {
    private final transient SheetRefusal refusal;

    RefusedSheetException(SheetRefusal refusal) {
        super(refusal.messageKey(), null, false, false);
        this.refusal = refusal;
    }

    SheetRefusal refusal() {
        return refusal;
    }
}
