/**
 * Behaviour of the language as its specification describes it, through the public API: workflows of
 * our own after the scenarios of the specification's conformance kit, against a platform on
 * loopback.
 */
@NullMarked
package io.ganglion.conformance;

import org.jspecify.annotations.NullMarked;
