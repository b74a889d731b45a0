/** SQL of texts and the outbox. */
@NullMarked
package org.jiamenkou.notices.store;

import org.jspecify.annotations.NullMarked;
