@NullMarked
package io.ganglion.lab;

import org.jspecify.annotations.NullMarked;
