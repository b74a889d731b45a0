/** SQL of the queue, nothing else. */
@NullMarked
package org.jiamenkou.queue.store;

import org.jspecify.annotations.NullMarked;
