/** SQL of accounts, grants, roles and sign-in. */
@NullMarked
package org.jiamenkou.access.store;

import org.jspecify.annotations.NullMarked;
