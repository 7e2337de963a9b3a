/**
 * Model Context Protocol servers over streamable HTTP, the DSL's {@code call: mcp}.
 *
 * <p>Owns: the conversation of one call ({@code initialize}, the call, the end of its session), the
 * class of a call by its method, errors of tools. Does not own: which tool is called and what its
 * result means. Invariants: nothing but the call itself has an effect, so whatever goes wrong
 * before it proves that nothing happened; a tool is called again only if the author said that it
 * may be.
 */
@NullMarked
package io.ganglion.connector.mcp;

import org.jspecify.annotations.NullMarked;
