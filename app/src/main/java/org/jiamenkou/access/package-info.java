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
 * <p><b>Changes published.</b> None: signing in and locking stand in the audit trail.
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
