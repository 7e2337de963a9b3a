package io.ganglion.connector.image;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.connector.Act;
import io.ganglion.connector.Answers;
import io.ganglion.connector.Multipart;
import io.ganglion.connector.OpenAiReads;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.PlatformCall;
import io.ganglion.connector.Session;
import io.ganglion.egress.HttpResult;
import io.ganglion.kernel.Json;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Pictures made of words, of words and a picture, or of a picture alone; one at a time. */
final class Pictures {
  private Pictures() {}

  static PlatformCall generation(Session session, Act act) {
    var body = Json.object().put("n", 1);
    act.arguments().properties().forEach(entry -> body.set(entry.getKey(), entry.getValue()));
    return OpenAiReads.call(session, act, "POST", "/v1/images/generations").json(body);
  }

  static PlatformCall edit(Session session, Act act) {
    var form = form(act, List.of("prompt", "model", "size"));
    if (act.arguments().has("mask")) {
      file(form, "mask", act.arguments().path("mask"));
    }
    return form.in(OpenAiReads.call(session, act, "POST", "/v1/images/edits"));
  }

  static PlatformCall variation(Session session, Act act) {
    var form = form(act, List.of("model", "size"));
    return form.in(OpenAiReads.call(session, act, "POST", "/v1/images/variations"));
  }

  private static Multipart form(Act act, List<String> words) {
    var form = new Multipart().text("n", "1");
    for (var word : words) {
      if (act.arguments().has(word)) {
        form.text(word, act.arguments().path(word).asText());
      }
    }
    file(form, "image", act.arguments().path("image"));
    return form;
  }

  private static void file(Multipart form, String name, JsonNode picture) {
    var type = picture.path("media_type").asText();
    var fileName = name + "." + type.substring(type.indexOf('/') + 1);
    form.file(name, fileName, type, Base64.getDecoder().decode(picture.path("data").asText()));
  }

  static Outcome made(HttpResult.Answered answer) throws IOException {
    var image = Answers.json(answer).at("/data/0");
    var form = image.path("url").isTextual() ? "url" : "b64_json";
    var output = Json.object().put(form, Answers.text(image, "/" + form));
    return new Outcome.Landed(output, "", Optional.empty());
  }
}
