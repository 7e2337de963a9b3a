package io.ganglion.billing;

import org.jspecify.annotations.Nullable;

/** What is to be otherwise of a customer; what is null stays, and an empty text takes it away. */
public record CustomerChange(
    @Nullable String name,
    @Nullable String address,
    @Nullable String taxId,
    @Nullable String email) {
  Customer of(Customer now) {
    return new Customer(
        after(name, now.name()),
        after(address, now.address()),
        after(taxId, now.taxId()),
        after(email, now.email()));
  }

  private static @Nullable String after(@Nullable String wanted, @Nullable String now) {
    if (wanted == null) {
      return now;
    }
    return wanted.isEmpty() ? null : wanted;
  }
}
