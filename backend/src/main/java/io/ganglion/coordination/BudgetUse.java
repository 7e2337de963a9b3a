package io.ganglion.coordination;

import java.time.Duration;

/**
 * What a dispatch takes of one window of an upstream budget.
 *
 * @param key names the window, whoever shares it: a SHA-256 in hexadecimal, which tells nothing of
 *     the account
 * @param title for people, e.g. {@code x posts of @me}
 * @param everybody whether the platform counts all calls of this installation together, so that one
 *     refusal stops all of them
 * @param limit the most units in any stretch of that length
 */
public record BudgetUse(
    String key, String title, boolean everybody, int units, int limit, Duration length) {}
