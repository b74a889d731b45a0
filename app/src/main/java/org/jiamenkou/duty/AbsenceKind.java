package org.jiamenkou.duty;

/** Why somebody is not in the roster; a wish is kept where it can be, the others always. */
public enum AbsenceKind {
    ILLNESS,
    LEAVE,
    WISH;

    public String messageKey() {
        return "duty.absence." + name();
    }
}
