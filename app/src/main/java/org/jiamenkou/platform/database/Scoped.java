package org.jiamenkou.platform.database;

import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The only door to the database. A transaction carries the scope of whoever acts; the scope is set in PostgreSQL for
 * that transaction alone, so that row-level security repeats what the program decided. Outside a transaction no
 * connection is given out; with no scope set the database shows no rows.
 *
 * <p>Transactions do not nest under another actor: whoever acts decides once, at the door of the use case.
 */
@Component
public final class Scoped {
    private final TransactionTemplate writing;
    private final TransactionTemplate reading;

    Scoped(ScopedTransactionManager transactions) {
        this.writing = new TransactionTemplate(transactions);
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /** Runs work in one transaction of this scope; an exception rolls everything back. */
    public <T> T transaction(Scope scope, Supplier<T> work) {
        return within(scope, writing, work);
    }

    public void transaction(Scope scope, Runnable work) {
        within(scope, writing, () -> {
            work.run();
            return true;
        });
    }

    /** Like {@link #transaction}, but the database refuses every write. */
    public <T> T read(Scope scope, Supplier<T> work) {
        return within(scope, reading, work);
    }

    private <T> T within(Scope scope, TransactionTemplate template, Supplier<T> work) {
        if (CurrentScope.isSet()) {
            Scope outer = CurrentScope.get();
            if (!outer.equals(scope)) {
                throw new IllegalStateException(
                        "already acting as " + outer.actorKey() + ", cannot act as " + scope.actorKey());
            }
            return work.get();
        }
        return CurrentScope.runWith(scope, () -> template.<T>execute(status -> work.get()));
    }

    /** The scope of the running transaction. */
    public static Scope current() {
        return CurrentScope.get();
    }

    /** Whether a scoped transaction is running on this thread. */
    public static boolean isRunning() {
        return CurrentScope.isSet();
    }
}
