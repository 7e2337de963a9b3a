package io.ganglion.webhook;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A try that is to be made now, by whoever claimed it.
 *
 * @param attempt its number, from 1: what comes of it counts while nobody has begun another
 * @param counted which try of the schedule it is, from 1
 * @param alone whether it is the only one that the endpoint is to have now
 * @param keys what it is signed with, the newest first
 * @param traceparent the trace of its run; null where nobody traced that
 * @param run null where the message is about none
 */
record Claimed(
    UUID tenant,
    UUID endpoint,
    UUID message,
    @Nullable UUID run,
    int attempt,
    int counted,
    boolean alone,
    String url,
    String body,
    List<Keyring.Stored> keys,
    @Nullable String traceparent) {}
