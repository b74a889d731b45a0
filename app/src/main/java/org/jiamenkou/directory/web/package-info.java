/** The public pages. They decide nothing: what they show is put together in the root of the module. */
@NullMarked
package org.jiamenkou.directory.web;

import org.jspecify.annotations.NullMarked;
