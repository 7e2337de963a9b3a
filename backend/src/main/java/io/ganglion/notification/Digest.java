package io.ganglion.notification;

import io.ganglion.kernel.MessageId;
import io.ganglion.kernel.PersonId;
import io.ganglion.kernel.TenantId;
import java.util.List;

/**
 * A message to one person, as it is sent.
 *
 * @param id the same over all tries
 * @param events how many it tells of
 * @param items the first of them
 * @param attempt this try, from 1
 */
record Digest(
    TenantId tenant,
    MessageId id,
    PersonId person,
    Kind kind,
    Channel channel,
    long events,
    List<Item> items,
    int attempt) {
  Digest {
    items = List.copyOf(items);
  }

  /** How many more there are than it lists. */
  long more() {
    return events - items.size();
  }

  Digest of(List<Item> left) {
    return new Digest(
        tenant, id, person, kind, channel, events - items.size() + left.size(), left, attempt);
  }
}
