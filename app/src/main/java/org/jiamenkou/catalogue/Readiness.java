package org.jiamenkou.catalogue;

/** Whether a place has taken an item on (M-044). What is not taken on names the better address. */
public enum Readiness {
    /** 已下沉: available here; the authority to decide stays with the centre. */
    AVAILABLE,
    /** 未承接: not taken on here. */
    NOT_TAKEN_ON
}
