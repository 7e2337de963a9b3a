package io.ganglion.lab.instagram;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.lab.Call;
import java.util.List;

/** Graph's {@code fields} parameter: an answer shows what was asked for, and always the id. */
final class Fields {
  private Fields() {}

  static ObjectNode of(Call call, ObjectNode all) {
    var asked = call.parameters().get("fields");
    return asked == null ? all.retain("id") : all.deepCopy().retain(names(asked));
  }

  private static List<String> names(String asked) {
    return List.of((asked.replace(" ", "") + ",id").split(","));
  }
}
