@NullMarked
package io.ganglion.lab.model;

import org.jspecify.annotations.NullMarked;
