/**
 * The laboratory's simulated platforms on the wire, below {@code /lab/<platform>}.
 *
 * <p>Owns: translating requests into calls and performances into answers, cut connections included.
 * Does not own: any platform's rules. Invariant: without the role {@code lab} every address here
 * answers 404.
 */
@NullMarked
package io.ganglion.lab.http;

import org.jspecify.annotations.NullMarked;
