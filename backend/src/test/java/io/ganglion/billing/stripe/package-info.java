@NullMarked
package io.ganglion.billing.stripe;

import org.jspecify.annotations.NullMarked;
