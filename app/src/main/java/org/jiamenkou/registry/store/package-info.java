/** SQL of the register, nothing else. */
@NullMarked
package org.jiamenkou.registry.store;

import org.jspecify.annotations.NullMarked;
