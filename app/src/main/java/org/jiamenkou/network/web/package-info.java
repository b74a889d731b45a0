/** Staff pages of the network. */
@NullMarked
package org.jiamenkou.network.web;

import org.jspecify.annotations.NullMarked;
