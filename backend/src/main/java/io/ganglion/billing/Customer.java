package io.ganglion.billing;

import org.jspecify.annotations.Nullable;

/**
 * Who invoices are made out to.
 *
 * @param name null: the tenant's own
 * @param address lines are parted by line feeds
 * @param email who gets invoices beside owners and admins
 */
public record Customer(
    @Nullable String name,
    @Nullable String address,
    @Nullable String taxId,
    @Nullable String email) {
  static final Customer UNKNOWN = new Customer(null, null, null, null);
}
