package io.ganglion.lab.imgflip;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Json;
import io.ganglion.lab.Call;
import io.ganglion.lab.Platform;
import io.ganglion.lab.Reply;
import io.ganglion.lab.Routes;
import io.ganglion.lab.Routes.Request;
import io.ganglion.lab.Scene;
import io.ganglion.lab.Simulator;
import io.ganglion.lab.Token;
import io.ganglion.lab.image.Pictures;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** imgflip's interface; the account's password is in each form. */
@ApplicationScoped
class ImgflipSimulator implements Simulator {
  private static final int SIDE = 600;

  private final Routes routes =
      Routes.under("/v0")
          .on("POST", "/caption_image", ImgflipSimulator::caption)
          .on("POST", "/caption_gif", ImgflipSimulator::caption)
          .on("POST", "/automeme", ImgflipSimulator::automatic)
          .on("POST", "/search_memes", ImgflipSimulator::search)
          .on("POST", "/get_meme", ImgflipSimulator::template);

  @Override
  public Platform platform() {
    return Platform.IMGFLIP;
  }

  @Override
  public Optional<Token> credential(Call call) {
    var form = call.parameters();
    return Token.parse(form.getOrDefault("password", ""))
        .filter(token -> token.account().equals(form.get("username")));
  }

  @Override
  public Optional<Reply> open(Call call, Instant now) {
    return call.method().equals("GET") && call.path().equals("/get_memes")
        ? Optional.of(templates(template -> true))
        : Optional.empty();
  }

  @Override
  public Reply play(Scene scene, Call call) throws SQLException {
    return routes.serve(scene, call).orElseGet(() -> refused("Unknown API endpoint"));
  }

  @Override
  public Reply unauthorized(Call call) {
    return refused("Invalid username or password");
  }

  @Override
  public Reply failed(Call call) {
    return Reply.of(500, Json.object().put("success", false).put("error_message", "Server error"));
  }

  @Override
  public Reply limited(Call call, Optional<Duration> wait, Instant now) {
    var reply =
        Reply.of(
            429, Json.object().put("success", false).put("error_message", "Too many requests"));
    return wait.map(
            time ->
                reply.header("Retry-After", Long.toString(Math.ceilDiv(time.toMillis(), 1000L))))
        .orElse(reply);
  }

  private static Reply caption(Scene scene, Request request) throws SQLException {
    var form = request.call().parameters();
    var template = Template.of(form.getOrDefault("template_id", ""));
    if (template.isEmpty()) {
      return refused("No meme template found for that template_id");
    }
    var texts = new ArrayList<String>();
    form.forEach(
        (name, value) -> {
          if (name.matches("text[01]|boxes\\[[0-9]{1,2}]\\[text]")) {
            texts.add(value);
          }
        });
    return texts.stream().allMatch(String::isBlank)
        ? refused("No texts specified. Must specify either text0/text1 or boxes")
        : made(scene, request, template.get(), texts);
  }

  private static Reply automatic(Scene scene, Request request) throws SQLException {
    var text = request.call().parameters().getOrDefault("text", "");
    return text.isBlank()
        ? refused("No text specified")
        : made(scene, request, Template.FINE, List.of(text));
  }

  private static Reply search(Scene scene, Request request) {
    var query = request.call().parameters().getOrDefault("query", "");
    return templates(template -> template.matches(query));
  }

  private static Reply template(Scene scene, Request request) {
    var id = request.call().parameters().getOrDefault("template_id", "");
    return Template.of(id)
        .map(template -> success(Json.object().set("meme", template.shown())))
        .orElseGet(() -> refused("No meme template found for that template_id"));
  }

  private static Reply made(Scene scene, Request request, Template template, List<String> texts)
      throws SQLException {
    var prompt = template.title() + ": " + String.join(" / ", texts);
    var url = Pictures.keep(scene, request.call(), prompt, SIDE, SIDE);
    var id = Long.toString(scene.number(), Character.MAX_RADIX);
    var entry = Json.object().put("template", template.title()).put("url", url);
    texts.forEach(entry.putArray("texts")::add);
    scene.journal("meme.made", id, entry);
    return success(Json.object().put("url", url).put("page_url", "https://imgflip.com/i/lab" + id));
  }

  private static Reply templates(Predicate<Template> wanted) {
    var data = Json.object();
    var memes = data.putArray("memes");
    Arrays.stream(Template.values())
        .filter(wanted)
        .forEach(template -> memes.add(template.shown()));
    return success(data);
  }

  private static Reply success(JsonNode data) {
    return Reply.ok(Json.object().put("success", true).<ObjectNode>set("data", data));
  }

  private static Reply refused(String message) {
    return Reply.ok(Json.object().put("success", false).put("error_message", message));
  }
}
