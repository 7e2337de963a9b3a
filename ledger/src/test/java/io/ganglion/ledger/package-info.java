@NullMarked
package io.ganglion.ledger;

import org.jspecify.annotations.NullMarked;
