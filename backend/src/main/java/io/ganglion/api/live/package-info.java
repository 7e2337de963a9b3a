/**
 * Server-sent events: what a stream of them is, within the limits of a process.
 *
 * <p>Owns: how many streams are open, how long one lives, how an event is written. Does not own:
 * what is streamed, and where a reader goes on.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">the format</a>
 */
@NullMarked
package io.ganglion.api.live;

import org.jspecify.annotations.NullMarked;
