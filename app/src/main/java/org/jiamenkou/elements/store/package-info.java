/** SQL of the code sets. */
@NullMarked
package org.jiamenkou.elements.store;

import org.jspecify.annotations.NullMarked;
