/** When to try again and how a text is filled in. */
@NullMarked
package org.jiamenkou.notices.rules;

import org.jspecify.annotations.NullMarked;
