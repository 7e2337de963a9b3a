/**
 * Traces by OpenTelemetry: what was asked for, what was done for it, and what was told of it.
 *
 * <p>Owns: spans of what happens outside of a request, and how a trace is carried in text (<a
 * href="https://www.w3.org/TR/trace-context/">W3C Trace Context</a>). Does not own: spans of
 * requests, which the framework makes; where spans go. Invariants: a span says which run and which
 * effect, never what was sent; no trace is told to a platform; where tracing is off nothing is
 * recorded.
 */
@NullMarked
package io.ganglion.trace;

import org.jspecify.annotations.NullMarked;
