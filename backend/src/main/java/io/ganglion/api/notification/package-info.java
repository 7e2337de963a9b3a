/**
 * What people choose to be told of, over HTTP.
 *
 * <p>Owns: the HTTP form. Does not own: who is told what, and when.
 */
@NullMarked
package io.ganglion.api.notification;

import org.jspecify.annotations.NullMarked;
