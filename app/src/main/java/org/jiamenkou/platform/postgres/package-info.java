/**
 * The embedded PostgreSQL, whose data stay in the data folder and survive kill -9, and the connections to whichever
 * server is used.
 */
@NullMarked
package org.jiamenkou.platform.postgres;

import org.jspecify.annotations.NullMarked;
