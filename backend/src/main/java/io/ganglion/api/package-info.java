/**
 * What all of the HTTP API shares: authentication, scopes, problems, JSON, lists, versions.
 *
 * <p>Owns: how a request is understood and an answer or failure is written. Does not own: any
 * resource; those are in {@code api.<feature>}. Invariants: every operation names its scope or says
 * that it is public; only {@link io.ganglion.api.ProblemMapper} makes problem documents.
 */
@NullMarked
package io.ganglion.api;

import org.jspecify.annotations.NullMarked;
