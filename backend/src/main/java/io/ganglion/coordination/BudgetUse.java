package io.ganglion.coordination;

import java.time.Duration;

/**
 * What a dispatch takes of one window of an upstream budget.
 *
 * @param key names the window, whoever shares it: a SHA-256 in hexadecimal, which tells nothing of
 *     the account
 * @param title for people, e.g. {@code x posts of @me}
 * @param limit the most units in any stretch of that length
 */
public record BudgetUse(String key, String title, int units, int limit, Duration length) {}
