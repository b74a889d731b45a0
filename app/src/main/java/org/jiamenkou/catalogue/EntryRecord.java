package org.jiamenkou.catalogue;

import java.util.UUID;
import org.jiamenkou.platform.database.Place;

/** An entry approval where it is kept. */
public record EntryRecord(UUID id, Place place, EntryApproval approval) {}
