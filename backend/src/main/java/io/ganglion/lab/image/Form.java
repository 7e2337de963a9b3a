package io.ganglion.lab.image;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Json;
import io.ganglion.lab.Call;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A form with files, as far as the laboratory needs it: what doesn't fit is left out.
 *
 * @param texts by name
 * @param files by name, a byte a character
 */
record Form(Map<String, String> texts, Map<String, String> files) {
  private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]{1,70})");
  private static final Pattern NAME = Pattern.compile("[; ]name=\"([a-z_]{1,40})\"");
  private static final Pattern PICTURE =
      Pattern.compile("(?i)content-type: *image/(png|jpeg|webp)");
  private static final String LINE = "\r\n";

  static Form of(Call call) {
    var form = new Form(new HashMap<>(), new HashMap<>());
    var boundary = BOUNDARY.matcher(call.header("content-type").orElse(""));
    if (boundary.find()) {
      // one character a byte, so that pictures stay what they are
      var body = new String(call.body(), StandardCharsets.ISO_8859_1);
      for (var part : body.split(Pattern.quote("--" + boundary.group(1)))) {
        form.take(part);
      }
    }
    return form;
  }

  private void take(String part) {
    int split = part.indexOf(LINE + LINE);
    var name = NAME.matcher(split < 0 ? "" : part.substring(0, split));
    if (!name.find() || !part.endsWith(LINE)) {
      return;
    }
    var content = part.substring(split + 4, part.length() - LINE.length());
    var head = part.substring(0, split);
    if (!head.contains("filename=")) {
      var bytes = content.getBytes(StandardCharsets.ISO_8859_1);
      texts.put(name.group(1), new String(bytes, StandardCharsets.UTF_8));
    } else if (PICTURE.matcher(head).find() && !content.isEmpty()) {
      files.put(name.group(1), content);
    }
  }

  Optional<String> text(String name) {
    return Optional.ofNullable(texts.get(name));
  }

  Optional<String> file(String name) {
    return Optional.ofNullable(files.get(name));
  }

  /** The texts as the members of a body. */
  ObjectNode members() {
    var members = Json.object();
    texts.forEach(members::put);
    return members;
  }
}
