@NullMarked
package io.ganglion.trial.scenario;

import org.jspecify.annotations.NullMarked;
