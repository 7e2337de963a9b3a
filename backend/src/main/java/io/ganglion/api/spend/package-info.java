/**
 * Owns the routes of money that acts cost at their platforms: what is spent, and caps. Does not own
 * what the tenant pays for the platform itself: that is billing.
 */
@NullMarked
package io.ganglion.api.spend;

import org.jspecify.annotations.NullMarked;
