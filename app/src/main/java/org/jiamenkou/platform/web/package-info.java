/** The web kit: what a page knows of its reader, rendering, errors, the cache of public pages, health. */
@NullMarked
package org.jiamenkou.platform.web;

import org.jspecify.annotations.NullMarked;
