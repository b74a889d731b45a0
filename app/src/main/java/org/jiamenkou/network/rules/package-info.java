/** Decisions of the network as pure functions. */
@NullMarked
package org.jiamenkou.network.rules;

import org.jspecify.annotations.NullMarked;
