/** Tests of the local stack, with real servers. */
@NullMarked
package io.ganglion.local;

import org.jspecify.annotations.NullMarked;
