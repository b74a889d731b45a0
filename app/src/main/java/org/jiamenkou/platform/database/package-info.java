/**
 * The way to PostgreSQL: transactions that carry the scope of whoever acts, ids, and migrations. See
 * docs/architecture.md section 4.
 */
@NullMarked
package org.jiamenkou.platform.database;

import org.jspecify.annotations.NullMarked;
