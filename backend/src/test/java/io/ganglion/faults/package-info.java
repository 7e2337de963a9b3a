/**
 * Faults against the packaged application: real processes, killed for real, judged from the
 * platforms' own journals.
 */
package io.ganglion.faults;
