/**
 * Plain HTTP calls, the DSL's {@code call: http}.
 *
 * <p>Owns: the class of a call by its method, output forms. Does not own: authentication, which is
 * {@code connector.endpoint}'s; URI templates and secrets, which are filled in before. Invariants:
 * a blind call goes out on a new connection and is never sent again; a credential is in no output,
 * reason or log.
 */
@NullMarked
package io.ganglion.connector.http;

import org.jspecify.annotations.NullMarked;
