package io.ganglion.webhook;

import io.ganglion.kernel.MessageId;
import java.time.Instant;

/** Which messages are to be sent to an endpoint once more. */
public sealed interface Replay {
  /** One, whatever its type. */
  record One(MessageId message) implements Replay {}

  /** Of the endpoint's types, made from then on and before; those too that it never got. */
  record Range(Instant since, Instant until) implements Replay {}

  /** All of which no further try is made. */
  record Failed() implements Replay {}
}
