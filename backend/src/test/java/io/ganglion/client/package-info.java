/**
 * What callers run against the API, run as they run it: the TypeScript client's own tests, and the
 * quickstarts of the documentation.
 *
 * <p>Owns: starting other languages' programs against the backend of the test. Does not own: what
 * they check. Invariant: a program that can't be started fails its test.
 */
package io.ganglion.client;
