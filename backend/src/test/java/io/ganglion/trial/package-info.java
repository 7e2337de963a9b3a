@NullMarked
package io.ganglion.trial;

import org.jspecify.annotations.NullMarked;
