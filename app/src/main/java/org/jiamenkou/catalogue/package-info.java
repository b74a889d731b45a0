/**
 * What can be done at the doorstep: service items with their full guides, where and how each is offered, who decides,
 * which tasks may be handed down at all, and the positive lists.
 *
 * <p><b>Invariants.</b> A published version of an item is never edited; what was in force on a day can be shown again. A
 * guide that is wholly online demands no visit (全程网办). Each station has exactly one effective answer per item, the
 * most specific rule wins ({@code catalogue.v_offerings}). An exception of a station carries a reason. "Not known" is
 * never shown as "no".
 *
 * <p><b>Changes published.</b> {@code ItemPublished}, {@code ItemWithdrawn}, {@code OfferingChanged},
 * {@code CatalogueLoaded}, {@code EntryDecided}, {@code ListPublished}; pages kept by {@code PublicPageCache} and the list of items kept here are stale after each.
 *
 * <p><b>Edges.</b> network.
 */
@NullMarked
@ModuleEdges(
        floor = 4,
        imports = {"network"})
package org.jiamenkou.catalogue;

import org.jiamenkou.platform.ModuleEdges;
import org.jspecify.annotations.NullMarked;
