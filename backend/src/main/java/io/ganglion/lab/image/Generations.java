package io.ganglion.lab.image;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.Json;
import io.ganglion.lab.OpenAi;
import io.ganglion.lab.Reply;
import io.ganglion.lab.Routes.Request;
import io.ganglion.lab.Scene;
import io.ganglion.lab.Token;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code POST /v1/images/generations}. */
final class Generations {
  static final String MODEL = "lab-painter";
  static final String IMAGE = "image";

  /** Where pictures of one account are kept: their addresses name the tenant, not the account. */
  static final String SHELF = "pictures";

  private static final Pattern SIZE = Pattern.compile("([0-9]{2,4})x([0-9]{2,4})");
  private static final int DEFAULT_SIDE = 512;
  private static final int MIN_SIDE = 16;
  private static final int MAX_SIDE = 2_048;
  private static final int MAX_PROMPT = 32_000;

  private Generations() {}

  /** Width and height in pixels. */
  private record Size(int width, int height) {}

  static Reply create(Scene scene, Request request) throws SQLException {
    var json = request.call().json();
    if (json.isEmpty()) {
      return OpenAi.invalid("body", "We could not parse the JSON body of your request.");
    }
    var prompt = json.get().path("prompt").asText("");
    if (prompt.isBlank() || prompt.length() > MAX_PROMPT) {
      return OpenAi.invalid("prompt", "You must provide a prompt of 1 to 32000 characters.");
    }
    return make(scene, request, prompt, json.get());
  }

  /**
   * Makes one.
   *
   * @param body with the model, the size and how many
   */
  static Reply make(Scene scene, Request request, String prompt, JsonNode body)
      throws SQLException {
    var model = body.path("model").asText(MODEL);
    if (!model.equals(MODEL)) {
      return OpenAi.unknownModel(model);
    }
    if (body.path("n").asInt(1) != 1) {
      return OpenAi.invalid("n", "This model makes one image at a time.");
    }
    var size = size(body.path("size").asText("auto"));
    if (size.isEmpty()) {
      return OpenAi.invalid("size", "Send auto or <width>x<height>, 16 to 2048 pixels each.");
    }
    return generate(scene, request, prompt, size.get());
  }

  private static Reply generate(Scene scene, Request request, String prompt, Size size)
      throws SQLException {
    var hash = Json.sha256(scene.number() + prompt);
    var id = "img-" + hash.substring(0, 32); // hard to guess: the address is the only key
    var picture =
        Json.object().put("prompt", prompt).put("width", size.width()).put("height", size.height());
    scene.objects(SHELF).add(IMAGE, id, picture);
    var entry = picture.deepCopy();
    request.call().header("idempotency-key").ifPresent(key -> entry.put("idempotency_key", key));
    scene.journal("image.generated", id, entry);

    var body = Json.object().put("created", scene.now().getEpochSecond());
    var data = body.putArray("data").addObject().put("revised_prompt", prompt);
    if (wantsBytes(request)) {
      var png = Picture.png(prompt, size.width(), size.height());
      data.put("b64_json", Base64.getEncoder().encodeToString(png));
    } else {
      var file = Token.suffix(scene.tenant()) + "_" + id + ".png";
      data.put("url", request.call().site() + "/lab/image/files/" + file);
    }
    return Reply.ok(body);
  }

  private static boolean wantsBytes(Request request) {
    return request
        .call()
        .json()
        .map((JsonNode body) -> body.path("response_format").asText("").equals("b64_json"))
        .orElse(false);
  }

  private static Optional<Size> size(String text) {
    if (text.equals("auto")) {
      return Optional.of(new Size(DEFAULT_SIDE, DEFAULT_SIDE));
    }
    var match = SIZE.matcher(text);
    if (!match.matches()) {
      return Optional.empty();
    }
    var size = new Size(Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2)));
    boolean fits =
        Math.min(size.width(), size.height()) >= MIN_SIDE
            && Math.max(size.width(), size.height()) <= MAX_SIDE;
    return Optional.of(size).filter(any -> fits);
  }
}
