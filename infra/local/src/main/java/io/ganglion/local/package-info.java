/**
 * The local stack: real PostgreSQL and Redis as child processes, the backend beside them, and the
 * demo client.
 *
 * <p>Owns: starting, adopting and stopping local processes; `.ganglion/`. Does not own: anything
 * the hosted service runs. Invariant: it never signals a process it did not start itself (pid and
 * start time are both compared).
 */
@NullMarked
package io.ganglion.local;

import org.jspecify.annotations.NullMarked;
