/** Decisions as pure functions: what must be covered, what a roster breaks, the smallest fix. */
@NullMarked
package org.jiamenkou.duty.rules;

import org.jspecify.annotations.NullMarked;
