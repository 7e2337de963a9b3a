/**
 * A Slack workspace as far as a bot that writes needs it.
 *
 * <p>Owns: conversations, messages, threads, reactions, Slack's words for errors. Does not own: the
 * connector for Slack. Invariant: nothing keeps a message from being posted twice, as on the
 * platform; what tells two apart is their metadata.
 *
 * @see <a href="https://docs.slack.dev/reference/methods">Slack's methods</a>
 */
@NullMarked
package io.ganglion.lab.slack;

import org.jspecify.annotations.NullMarked;
