package org.jiamenkou.platform.postgres;

/** Where the database is and as whom to reach it. */
public record Connections(String url, String ownerUser, String ownerPassword, String appUser, String appPassword) {}
