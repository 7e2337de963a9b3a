/**
 * Connectors of a tenant's own: made of an OpenAPI document or of an MCP server's list of tools.
 *
 * <p>Owns: reading what others describe, the tenant's words on it, sending what its actions are.
 * Does not own: the catalogue they are shown in; connections, effects and holds, which treat them
 * like any other. Invariants: a name holds a hyphen, so that it is never one of the connectors that
 * come along; what a description says is never trusted to be safer than HTTP's own rules unless the
 * tenant says so; what is sent for an intent is fixed when it is prepared, whatever is edited
 * meanwhile; another tenant's connector doesn't exist.
 */
@NullMarked
package io.ganglion.addition;

import org.jspecify.annotations.NullMarked;
