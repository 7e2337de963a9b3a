/**
 * Plans, subscriptions, invoices, capacity and payment over HTTP.
 *
 * <p>Owns: their wire form. Does not own: what is agreed and owed.
 */
@NullMarked
package io.ganglion.api.billing;

import org.jspecify.annotations.NullMarked;
