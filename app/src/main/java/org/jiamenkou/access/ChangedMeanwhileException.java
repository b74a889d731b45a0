package org.jiamenkou.access;

/** A plan met rows that somebody else had changed: its transaction is rolled back and the uploader looks again. */
public final class ChangedMeanwhileException extends RuntimeException {
    public ChangedMeanwhileException() {
        super("rows were changed meanwhile", null, false, false);
    }
}
