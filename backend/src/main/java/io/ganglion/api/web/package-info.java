/**
 * The dashboard's files, where this process has them.
 *
 * <p>Owns: which addresses are the dashboard's, how its pages may be cached and what a browser may
 * do with them. Does not own: the dashboard. Invariant: an address of the API is never a page.
 */
@NullMarked
package io.ganglion.api.web;

import org.jspecify.annotations.NullMarked;
