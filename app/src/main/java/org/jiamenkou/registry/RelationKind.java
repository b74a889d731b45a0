package org.jiamenkou.registry;

/** What a helper is to the person acted for. */
public enum RelationKind {
    CHILD,
    PARENT,
    SPOUSE,
    RELATIVE,
    NEIGHBOUR,
    CARER,
    OTHER;

    public String messageKey() {
        return "registry.relation." + name();
    }
}
