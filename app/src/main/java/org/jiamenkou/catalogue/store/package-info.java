/** SQL of the catalogue, nothing else. */
@NullMarked
package org.jiamenkou.catalogue.store;

import org.jspecify.annotations.NullMarked;
