package org.jiamenkou.calendar;

import java.util.UUID;

/** An exception with its key, for editors. */
public record DatedException(UUID id, OpeningException exception) {}
