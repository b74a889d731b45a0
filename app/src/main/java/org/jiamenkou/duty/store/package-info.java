/** SQL of duty, nothing else. */
@NullMarked
package org.jiamenkou.duty.store;

import org.jspecify.annotations.NullMarked;
