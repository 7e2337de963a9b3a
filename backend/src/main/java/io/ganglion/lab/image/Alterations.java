package io.ganglion.lab.image;

import io.ganglion.kernel.Json;
import io.ganglion.lab.OpenAi;
import io.ganglion.lab.Reply;
import io.ganglion.lab.Routes.Request;
import io.ganglion.lab.Scene;
import java.sql.SQLException;
import java.util.Optional;

/** {@code POST /v1/images/edits} and {@code /variations}: pictures made of pictures. */
final class Alterations {
  private Alterations() {}

  static Reply edit(Scene scene, Request request) throws SQLException {
    var form = Form.of(request.call());
    var image = picture(form);
    if (image.isEmpty()) {
      return OpenAi.invalid("image", "Send one image as image/png, image/jpeg or image/webp.");
    }
    var prompt = form.text("prompt").orElse("");
    return prompt.isBlank()
        ? OpenAi.invalid("prompt", "Missing required parameter: 'prompt'.")
        : Generations.make(scene, request, prompt + " on " + image.get(), form.members());
  }

  static Reply vary(Scene scene, Request request) throws SQLException {
    var form = Form.of(request.call());
    var image = picture(form);
    return image.isEmpty()
        ? OpenAi.invalid("image", "Send one image as image/png, image/jpeg or image/webp.")
        : Generations.make(scene, request, "like " + image.get(), form.members());
  }

  /** A name that follows from a picture's bytes. */
  private static Optional<String> picture(Form form) {
    return form.file("image").map(bytes -> Json.sha256(bytes).substring(0, 12));
  }
}
