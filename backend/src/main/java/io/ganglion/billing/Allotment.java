package io.ganglion.billing;

/**
 * What a tenant may hold at this instant, and does.
 *
 * @param k billable weight that the plan allows
 * @param ceiling what admission goes by: K, or more while burst is on and its cap is not reached
 * @param used billable weight that is held
 * @param waiting runs that wait for capacity
 */
public record Allotment(int k, int ceiling, int used, int waiting) {}
