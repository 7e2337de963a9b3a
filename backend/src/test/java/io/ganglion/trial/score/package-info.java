@NullMarked
package io.ganglion.trial.score;

import org.jspecify.annotations.NullMarked;
