/** Decisions as pure functions: the written order, what a ticket may do next. */
@NullMarked
package org.jiamenkou.queue.rules;

import org.jspecify.annotations.NullMarked;
