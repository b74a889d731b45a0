/** Decisions of sign-in as pure functions. */
@NullMarked
package org.jiamenkou.access.rules;

import org.jspecify.annotations.NullMarked;
