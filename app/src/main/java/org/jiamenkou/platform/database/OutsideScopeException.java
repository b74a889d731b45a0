package org.jiamenkou.platform.database;

/** A statement ran outside a scoped transaction: a fault of the program, never an answer to a person. */
final class OutsideScopeException extends RuntimeException {
    OutsideScopeException() {
        super("a statement ran outside Scoped.transaction");
    }
}
