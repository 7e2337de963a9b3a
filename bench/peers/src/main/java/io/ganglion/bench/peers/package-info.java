/**
 * The benchmarks' workloads on other durable engines, each from its own packages and tuned as its
 * documentation says.
 *
 * <p>Owns: what a peer runs. Does not own: baselines, ratios, servers. Invariants: a peer's store
 * is PostgreSQL with fsync and synchronous commit on, as ours is.
 */
@NullMarked
package io.ganglion.bench.peers;

import org.jspecify.annotations.NullMarked;
