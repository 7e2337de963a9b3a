package io.ganglion.connector.x;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.connector.Act;
import io.ganglion.connector.ConnectorContract;
import io.ganglion.connector.PlatformServer;
import io.ganglion.connector.Subject;
import io.ganglion.kernel.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/** A post with two pictures. */
class XPictureContractTest extends ConnectorContract {
  @Override
  protected Subject subject() {
    return new Illustrated();
  }

  static final class Illustrated extends XContractTest.Account {
    @Override
    public JsonNode arguments(PlatformServer platform) {
      var arguments = Json.object().put("text", TEXT);
      arguments.putObject("media").putArray("media_ids").add("11").add("12");
      return arguments;
    }

    @Override
    public Map<String, Runnable> nearMisses(Act act) {
      var misses = new LinkedHashMap<String, Runnable>();
      misses.put("the same text without a picture", () -> post(TEXT, 1, ""));
      misses.put("the same text with one picture", () -> illustrated(post(TEXT, 1, ""), 1));
      misses.put("other text with two pictures", () -> illustrated(post(TEXT + "!", 1, ""), 2));
      return misses;
    }
  }
}
