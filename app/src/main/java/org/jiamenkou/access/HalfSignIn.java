package org.jiamenkou.access;

import java.io.Serializable;
import java.util.UUID;

/** Somebody whose password was right and whose second factor is still awaited. Holds no right. */
public record HalfSignIn(UUID accountId, String loginName, boolean mustChangePassword) implements Serializable {}
