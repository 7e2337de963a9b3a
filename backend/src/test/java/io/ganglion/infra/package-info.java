/** Holds the files in {@code infra/} against the program. */
@NullMarked
package io.ganglion.infra;

import org.jspecify.annotations.NullMarked;
