package io.ganglion.engine;

import io.ganglion.run.Run;

/**
 * A run this worker has just taken.
 *
 * @param fresh whether nobody has walked it before: then there is nothing to read back
 */
record Claimed(Run run, boolean fresh) {}
