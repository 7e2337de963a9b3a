package io.ganglion.effect;

import io.ganglion.connector.RetryClass;
import io.ganglion.db.Write;
import io.ganglion.kernel.Json;
import io.ganglion.outbox.Event;
import java.util.ArrayList;
import java.util.List;

/** What subscribers learn of an effect: its state, never its arguments or output. */
final class EffectEvent {
  private EffectEvent() {}

  /**
   * The write and its event; reads and computations change nothing outside and are not announced.
   */
  static List<Write> with(EffectWrite write) {
    var writes = new ArrayList<Write>(2);
    writes.add(write);
    var effect = write.effect();
    if (effect.frozen().retryClass() != RetryClass.PURE) {
      var data =
          Json.object()
              .put("effect", effect.id().toString())
              .put("position", effect.frozen().position())
              .put("function", effect.frozen().function())
              .put("system", effect.frozen().system().toString())
              .put("phase", effect.frozen().phase())
              .put("state", effect.state().name());
      writes.add(new Event(effect.frozen().tenant(), effect.frozen().run(), "effect.state", data));
    }
    return writes;
  }
}
