package io.ganglion.trial.score;

/**
 * What is counted in a trial, once it is over.
 *
 * @param depth systems of the world that were coordinated: on which an act landed, or was taken
 *     back
 * @param coherent whether all runs ended, none ever needed a person, no effect is UNKNOWN, no undo
 *     failed, and no invariant is broken
 * @param goals how many the scenario has
 * @param attained how many of these were attained
 * @param duplicates things that are there more often than they are to be
 * @param losses things that are to be there and are not
 * @param unknowns effects whose fate nobody knows
 * @param attempts dispatches of effects
 * @param spendMicros what the platforms took, in millionths of the laboratory's dollar
 */
public record Facts(
    int depth,
    boolean coherent,
    int goals,
    int attained,
    int duplicates,
    int losses,
    int unknowns,
    int attempts,
    long spendMicros) {}
