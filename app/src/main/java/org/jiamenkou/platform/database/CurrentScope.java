package org.jiamenkou.platform.database;

import java.util.function.Supplier;

/** The scope of the transaction that runs on this thread. */
final class CurrentScope {
    private static final ScopedValue<Scope> VALUE = ScopedValue.newInstance();

    private CurrentScope() {}

    static <T> T runWith(Scope scope, Supplier<T> work) {
        return ScopedValue.where(VALUE, scope).call(work::get);
    }

    static boolean isSet() {
        return VALUE.isBound();
    }

    static Scope get() {
        return VALUE.orElseThrow(() -> new IllegalStateException("no scoped transaction is running"));
    }
}
