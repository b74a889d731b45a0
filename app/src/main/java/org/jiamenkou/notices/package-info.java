/**
 * Messages over the channel a person can use. First slice: texts as data, an outbox, delivery by SMS.
 *
 * <p><b>Invariants.</b> A message is written in the transaction that is its reason, so that it leaves if and only if that
 * happened; it leaves at least once and, while gateways answer, exactly once, whichever node sends it; recipient and text are
 * encrypted and deleted when they have served; a message whose use is over (a code that no longer holds) is not sent late.
 * Without a gateway nothing pretends to be sent: {@link org.jiamenkou.notices.SmsChannel} says so.
 *
 * <p><b>Changes published.</b> {@code MessageDelivered}, {@code MessageDied}: awaiting the modules that show a person what
 * was sent to them.
 *
 * <p><b>Edges.</b> calendar. Implements {@code access}' port {@link org.jiamenkou.access.SignInCodeSender}.
 */
@NullMarked
@ModuleEdges(
        floor = 3,
        imports = {"calendar"})
package org.jiamenkou.notices;

import org.jiamenkou.platform.ModuleEdges;
import org.jspecify.annotations.NullMarked;
