package io.ganglion.billing;

import io.ganglion.ledger.Terms;
import org.jspecify.annotations.Nullable;

/**
 * What a tenant wants otherwise; what is null stays.
 *
 * @param burstCapMinor of burst a month, in minor units
 */
public record SubscriptionChange(
    @Nullable String plan,
    Terms.@Nullable Interval interval,
    @Nullable Boolean burst,
    @Nullable Long burstCapMinor,
    @Nullable CustomerChange customer) {}
