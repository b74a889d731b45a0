/**
 * The network itself: divisions as versioned data, organisations, stations with their places, rooms, people and plates.
 *
 * <p><b>Invariants.</b> An old division code keeps resolving; what refers to a division refers to its surrogate id and
 * stays. A new edition of the divisions counts only after it was confirmed. What no source gives is null and shown as not
 * known; what is invented is marked sample. Names and work phones are public by office, everything else about staff is
 * read only where the reader holds a right.
 *
 * <p><b>Changes published.</b> {@code DivisionsLoaded}, {@code NetworkLoaded}, {@code DivisionEditionConfirmed},
 * {@code StationHoursChanged}, {@code StationResponsibleChanged}, {@code StationsChanged}, {@code RoomsChanged},
 * {@code OrganisationsChanged}; consumed by the copies every node keeps (pages, search
 * index, the memory of {@link org.jiamenkou.network.Divisions} and {@link org.jiamenkou.network.Stations}).
 *
 * <p><b>Edges.</b> calendar, elements (and through them access and platform).
 */
@NullMarked
@ModuleEdges(
        floor = 3,
        imports = {"calendar", "elements"})
package org.jiamenkou.network;

import org.jiamenkou.platform.ModuleEdges;
import org.jspecify.annotations.NullMarked;
