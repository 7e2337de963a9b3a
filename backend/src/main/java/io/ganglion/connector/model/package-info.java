/**
 * Language models behind an OpenAI-compatible server.
 *
 * <p>Owns: chat completions. Does not own: credentials at rest, retries, rate budgets. Invariant: a
 * completion is read whole or not at all.
 */
@NullMarked
package io.ganglion.connector.model;

import org.jspecify.annotations.NullMarked;
