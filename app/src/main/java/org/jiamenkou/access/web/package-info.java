/** Sign-in pages, sessions and what every request passes. */
@NullMarked
package org.jiamenkou.access.web;

import org.jspecify.annotations.NullMarked;
