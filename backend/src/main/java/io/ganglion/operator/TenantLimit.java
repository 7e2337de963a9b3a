package io.ganglion.operator;

import java.util.OptionalLong;

/**
 * How much a tenant may ask for.
 *
 * @param k billable weight at one instant
 * @param requestsPerMinute to the API, whoever sends them; empty: the installation's default
 * @param version raised by each change of either
 */
public record TenantLimit(int k, OptionalLong requestsPerMinute, long version) {}
