/** SQL of the network. */
@NullMarked
package org.jiamenkou.network.store;

import org.jspecify.annotations.NullMarked;
