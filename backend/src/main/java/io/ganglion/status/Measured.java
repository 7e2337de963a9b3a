package io.ganglion.status;

/**
 * What was measured over all tenants at an instant. Counts go up to 10,000; ages are in seconds.
 *
 * @param due runs whose time has come and that nobody has taken
 * @param delay how long the first of them has waited
 * @param doubtful effects UNKNOWN
 * @param doubtAge how old the oldest of them is
 * @param holds open holds
 * @param leaked of these, those whose worker is gone
 * @param capacityWaiters runs that wait for capacity
 * @param capacityWait how long the first of them has
 * @param systemWaiters runs that wait for a system
 * @param systemWait how long the first of them has
 * @param webhooks deliveries that wait
 * @param webhookDelay how long the first that is due has waited
 * @param failing errands that failed five times in a row
 * @param errandDelay how long the first errand that is due has waited
 */
public record Measured(
    long due,
    double delay,
    long doubtful,
    double doubtAge,
    long holds,
    long leaked,
    long capacityWaiters,
    double capacityWait,
    long systemWaiters,
    double systemWait,
    long webhooks,
    double webhookDelay,
    long failing,
    double errandDelay) {}
