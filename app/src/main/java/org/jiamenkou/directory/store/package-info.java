/** SQL of the open interfaces, over the views of lower modules; read-only. */
@NullMarked
package org.jiamenkou.directory.store;

import org.jspecify.annotations.NullMarked;
