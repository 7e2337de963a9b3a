package io.ganglion.lab.imgflip;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Json;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What memes are made of. */
enum Template {
  DRAKE("181913649", "Drake Hotline Bling", 2),
  BUTTONS("87743020", "Two Buttons", 3),
  BOYFRIEND("112126428", "Distracted Boyfriend", 3),
  FINE("55311130", "This Is Fine", 2);

  private static final int SIDE = 600;

  private final String id;
  private final String title;
  private final int boxes;

  Template(String id, String title, int boxes) {
    this.id = id;
    this.title = title;
    this.boxes = boxes;
  }

  static Optional<Template> of(String id) {
    return Arrays.stream(values()).filter(template -> template.id.equals(id)).findFirst();
  }

  boolean matches(String query) {
    return title.toLowerCase(Locale.ROOT).contains(query.toLowerCase(Locale.ROOT));
  }

  String title() {
    return title;
  }

  ObjectNode shown() {
    return Json.object()
        .put("id", id)
        .put("name", title)
        .put("url", "https://i.imgflip.com/lab%s.jpg".formatted(id))
        .put("width", SIDE)
        .put("height", SIDE)
        .put("box_count", boxes);
  }
}
