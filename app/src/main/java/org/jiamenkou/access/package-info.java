/**
 * Who may do what: accounts, roles as data, scope by division and functional line, grants with dates, sign-in, audit.
 *
 * <p><b>Invariants.</b> A right is decided in {@link org.jiamenkou.access.Actor} alone and repeated by the database; an
 * account that left, is locked or whose grants ended holds no right from that moment; audit rows carry ids and field
 * names, never values, and are written in the transaction they report.
 *
 * <p>Signing in takes a password and, for roles that need it, a code ({@link org.jiamenkou.access.SecondFactor}); at a
 * shared desk PIN or card bring back who signed in fully there of late ({@link org.jiamenkou.access.DeskSwitch}). Accounts
 * are made, moved and ended by one administrator ({@link org.jiamenkou.access.AccountUpkeep}), roles given by another
 * ({@link org.jiamenkou.access.Grants}), lost factors restored by two ({@link org.jiamenkou.access.Restores}); the
 * database refuses what these refuse.
 *
 * <p>Devices (kiosk, hall screen, shared desk) are paired by code ({@link org.jiamenkou.access.DevicePairing}) and kept at
 * the desk ({@link org.jiamenkou.access.DeviceUpkeep}); a controller receives the {@link org.jiamenkou.access.Device} behind
 * its request as an argument and runs in {@link org.jiamenkou.access.Device#scope}. Where a kind of device begins is said by
 * a {@link org.jiamenkou.access.DeviceStart} bean, places it may stand in by {@link org.jiamenkou.access.DevicePlaces} beans.
 *
 * <p><b>Changes published.</b> {@code DevicePaired}, {@code DeviceChanged} (renamed, moved or revoked): awaiting the screens
 * and kiosks of {@code queue}. Signing in and locking stand in the audit trail.
 *
 * <p><b>Edges.</b> platform. The tree of areas comes through the port {@link org.jiamenkou.access.AreaTree}, implemented
 * by {@code network}.
 */
@NullMarked
@ModuleEdges(
        floor = 1,
        imports = {"platform"})
package org.jiamenkou.access;

import org.jiamenkou.platform.ModuleEdges;
import org.jspecify.annotations.NullMarked;
