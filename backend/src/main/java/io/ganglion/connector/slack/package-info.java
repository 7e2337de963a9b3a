/**
 * Slack's Web API for bots.
 *
 * <p>Owns: messages, reactions, how to find a message again. Does not own: credentials at rest,
 * retries, rate budgets. Invariant: a message is claimed as landed only by its own timestamp, or by
 * the effect's key in its metadata.
 *
 * @see <a href="https://docs.slack.dev/apis/web-api/">Slack: Web API</a>
 */
@NullMarked
package io.ganglion.connector.slack;

import org.jspecify.annotations.NullMarked;
