/**
 * Benchmarks: what the platform does a second, as ratios to a baseline measured in the same run.
 *
 * <p>Owns: workloads, baselines, the table. Does not own: the stack's servers. Invariants: a figure
 * is the median of interleaved pairs; fsync and synchronous commit stay on; only loopback is
 * loaded.
 */
@NullMarked
package io.ganglion.bench;

import org.jspecify.annotations.NullMarked;
