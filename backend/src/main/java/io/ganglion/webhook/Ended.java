package io.ganglion.webhook;

import java.time.Instant;

/** A try that is over. */
record Ended(Claimed claimed, Outcome outcome, Instant at, long tookMillis) {}
