/** The one log of what happened, written in the business transaction and read by consumers in commit order. */
@NullMarked
package org.jiamenkou.platform.changes;

import org.jspecify.annotations.NullMarked;
