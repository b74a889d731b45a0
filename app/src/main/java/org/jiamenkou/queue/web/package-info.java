/** Pages of the queue; no SQL, no decisions. */
@NullMarked
package org.jiamenkou.queue.web;

import org.jspecify.annotations.NullMarked;
