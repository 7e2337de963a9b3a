@NullMarked
package io.ganglion.api.lab;

import org.jspecify.annotations.NullMarked;
