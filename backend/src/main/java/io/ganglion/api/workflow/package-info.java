/**
 * Workflow versions over HTTP: create, validate, list, get.
 *
 * <p>Owns: the wire form. Does not own: any decision. Invariant: a resource only translates.
 */
@NullMarked
package io.ganglion.api.workflow;

import org.jspecify.annotations.NullMarked;
