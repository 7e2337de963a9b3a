/**
 * What tests of all features share: a real Postgres and Redis, started once for the JVM.
 *
 * <p>Owns: the stack of a test run. Does not own: any feature's fixtures.
 */
@NullMarked
package io.ganglion.testing;

import org.jspecify.annotations.NullMarked;
