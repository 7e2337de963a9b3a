package io.ganglion.coordination;

import io.ganglion.kernel.SystemId;

/**
 * A system as a run meets it.
 *
 * @param exclusive whether acts that are not pure need it alone
 * @param label for people, e.g. {@code x @ganglion_demo}
 */
public record SystemRef(
    SystemId id,
    String connector,
    String environment,
    String principal,
    String label,
    boolean exclusive) {}
