/**
 * Plain HTTP calls, the DSL's {@code call: http}.
 *
 * <p>Owns: the class of a call by its method, output forms, literal authentication. Does not own:
 * URI templates and secrets, which are filled in before. Invariant: a blind call goes out on a new
 * connection and is never sent again.
 */
@NullMarked
package io.ganglion.connector.http;

import org.jspecify.annotations.NullMarked;
