/**
 * Idempotency-Key: a POST sent again is answered as it was the first time.
 *
 * <p>Owns: the kept answers. Does not own: what an operation does. Invariants: one key stands for
 * one request; an answer that holds a secret is kept encrypted, under a key that is not kept.
 *
 * @see <a href="https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/">the
 *     Idempotency-Key header</a>
 */
@NullMarked
package io.ganglion.api.idempotency;

import org.jspecify.annotations.NullMarked;
