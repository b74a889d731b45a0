/** The embedded PostgreSQL and the connections to whichever server is used. */
@NullMarked
package org.jiamenkou.platform.postgres;

import org.jspecify.annotations.NullMarked;
