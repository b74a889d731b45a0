package org.jiamenkou.catalogue;

import java.util.List;
import java.util.Map;

/**
 * What comes of two people's work on one guide.
 *
 * @param fields everything typed, with what only the other changed taken over
 * @param conflicts fields both changed to different texts; {@code fields} holds what was typed
 * @param taken fields only the other changed
 */
public record GuideMerge(Map<ItemField, String> fields, List<FieldConflict> conflicts, List<ItemField> taken) {}
