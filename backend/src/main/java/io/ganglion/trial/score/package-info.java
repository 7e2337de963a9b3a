/**
 * What a trial is worth, and whether one is better than another.
 *
 * <p>Owns: the coordination score and the statistics of several. Does not own: where its quantities
 * come from. Invariants: pure; the same facts give the same digits; nothing here knows a clock.
 */
@NullMarked
package io.ganglion.trial.score;

import org.jspecify.annotations.NullMarked;
