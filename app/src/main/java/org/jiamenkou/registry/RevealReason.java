package org.jiamenkou.registry;

/** Why somebody looks at a person in full; chosen from this list, so that it can be counted and shown to the person. */
public enum RevealReason {
    RING_BACK,
    CHECK_IDENTITY,
    FILL_FORM,
    EMERGENCY;

    public String messageKey() {
        return "registry.reveal." + name();
    }

    /** How the audit trail names it beside the fields that were read. */
    String field() {
        return "reason_" + name().toLowerCase(java.util.Locale.ROOT);
    }
}
