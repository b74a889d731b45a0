/** The desk page on which a station keeps what it offers. */
@NullMarked
package org.jiamenkou.catalogue.web;

import org.jspecify.annotations.NullMarked;
