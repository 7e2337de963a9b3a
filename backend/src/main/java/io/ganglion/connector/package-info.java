/**
 * The contract every connector keeps, and the catalogue of them.
 *
 * <p>Owns: manifests, retry and undo classes, outcomes, the default classifier. Does not own:
 * credentials, the ledger, any one platform. Invariant: a connector never retries by itself and
 * never decides what an unknown outcome means.
 */
@NullMarked
package io.ganglion.connector;

import org.jspecify.annotations.NullMarked;
