/**
 * Members and invitations over HTTP.
 *
 * <p>Owns: their wire form. Does not own: who may join or leave.
 */
@NullMarked
package io.ganglion.api.member;

import org.jspecify.annotations.NullMarked;
