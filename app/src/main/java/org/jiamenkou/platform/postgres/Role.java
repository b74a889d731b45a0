package org.jiamenkou.platform.postgres;

/** A log-in of the database server. */
public record Role(String name, String password) {
    @Override
    public String toString() {
        return "Role[" + name + "]";
    }
}
