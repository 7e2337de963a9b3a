@NullMarked
package io.ganglion.billing;

import org.jspecify.annotations.NullMarked;
