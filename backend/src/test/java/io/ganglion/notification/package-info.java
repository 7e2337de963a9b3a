/** What people are told of, and where. */
@NullMarked
package io.ganglion.notification;

import org.jspecify.annotations.NullMarked;
