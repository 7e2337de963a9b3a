/**
 * The effect ledger: every act of a connector from its frozen intent to its proven fate.
 *
 * <p>Owns: the life of an effect, look-up before resend, undo. Does not own: when a run waits, what
 * a platform's answer means. Invariants: intent and DISPATCHED are durable before the first byte;
 * an effect whose fate is unknown is never sent again unless its class allows it; arguments never
 * change.
 */
@NullMarked
package io.ganglion.effect;

import org.jspecify.annotations.NullMarked;
