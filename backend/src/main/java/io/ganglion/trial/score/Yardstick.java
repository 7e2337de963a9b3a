package io.ganglion.trial.score;

/**
 * What a scenario measures by.
 *
 * @param depth its systems
 * @param parAttempts what costs nothing
 * @param maxAttempts from here on more costs no more; above par
 * @param parSpendMicros what costs nothing
 * @param maxSpendMicros from here on more costs no more; above par
 */
public record Yardstick(
    int depth, int parAttempts, int maxAttempts, long parSpendMicros, long maxSpendMicros) {}
