package io.ganglion.connector.x;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.connector.Act;
import io.ganglion.connector.Connector;
import io.ganglion.connector.ConnectorContract;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.PlatformServer;
import io.ganglion.connector.PlatformServer.Reply;
import io.ganglion.connector.PlatformServer.Request;
import io.ganglion.connector.RetryClass;
import io.ganglion.connector.Subject;
import io.ganglion.egress.Egress;
import io.ganglion.kernel.Json;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

class XContractTest extends ConnectorContract {
  @Override
  protected Subject subject() {
    return new Account();
  }

  /** X with one account: refuses equal texts, escapes three characters, pages by five. */
  static class Account implements Subject {
    private static final String ID = "4242";
    static final String TEXT = "Tea & biscuits <now> https://example.com/a";
    private final List<ObjectNode> posts = new ArrayList<>(); // newest first
    private int ids = 100;

    @Override
    public Connector connector(Egress egress, Clock clock) {
      return new XConnector(egress, clock);
    }

    @Override
    public JsonNode credentials() {
      return Json.object().put("access_token", "x-access-token-secret");
    }

    @Override
    public String principal() {
      return ID;
    }

    @Override
    public String action() {
      return "createPost";
    }

    @Override
    public JsonNode arguments(PlatformServer platform) {
      return Json.object().put("text", TEXT);
    }

    @Override
    public boolean makesEffect(Request request) {
      return request.method().equals("POST") && request.path().equals("/2/tweets");
    }

    @Override
    public int effects() {
      return posts.size();
    }

    @Override
    public String reference() {
      return posts.getFirst().path("id").asText();
    }

    @Override
    public RetryClass retryClass() {
      return RetryClass.RECONCILABLE;
    }

    @Override
    public List<Class<? extends Outcome>> whenSentTwice() {
      return List.of(Outcome.Unknown.class);
    }

    @Override
    public Map<String, Runnable> nearMisses(Act act) {
      var misses = new LinkedHashMap<String, Runnable>();
      misses.put("other text", () -> post(TEXT + "!", 1, ""));
      misses.put("longer by a prefix", () -> post("RT " + TEXT, 1, ""));
      misses.put("other case", () -> post(TEXT.toUpperCase(java.util.Locale.ROOT), 1, ""));
      misses.put("a reply with the same text", () -> post(TEXT, 1, "77"));
      misses.put("an hour before", () -> post(TEXT, -3_600, ""));
      misses.put("eleven seconds before", () -> post(TEXT, -11, ""));
      misses.put("the same text with a picture", () -> illustrated(post(TEXT, 1, ""), 1));
      return misses;
    }

    @Override
    public Reply on(Request request) {
      if (!request
          .headers()
          .getOrDefault("authorization", "")
          .equals("Bearer x-access-token-secret")) {
        return Reply.json(401, Json.object().put("title", "Unauthorized"));
      }
      var route = request.method() + " " + request.path();
      if (route.equals("GET /2/users/me")) {
        return data(200, Json.object().put("id", ID).put("username", "ganglion").put("name", "G"));
      }
      if (route.equals("POST /2/tweets")) {
        return create(Json.read(request.body()));
      }
      if (route.equals("GET /2/users/%s/tweets".formatted(ID))) {
        return page(request);
      }
      if (request.method().equals("DELETE")) {
        var id = request.path().substring("/2/tweets/".length());
        return posts.removeIf(post -> post.path("id").asText().equals(id))
            ? data(200, Json.object().put("deleted", true))
            : Reply.json(404, Json.object().put("title", "Not Found Error"));
      }
      return Reply.json(404, Json.object().put("title", "Not Found"));
    }

    private Reply create(JsonNode body) {
      var text = body.path("text").asText();
      if (posts.stream().anyMatch(post -> post.path("plain").asText().equals(text))) {
        return Reply.json(
            403,
            Json.object()
                .put("detail", "You are not allowed to create a Tweet with duplicate content."));
      }
      return data(201, illustrated(post(text, 1, ""), body.at("/media/media_ids").size()));
    }

    /** With pictures, to which X adds a link of its own. */
    final ObjectNode illustrated(ObjectNode post, int pictures) {
      if (pictures > 0) {
        post.put("text", post.path("text").asText() + " https://t.co/pic");
        var keys = post.putObject("attachments").putArray("media_keys");
        for (int i = 0; i < pictures; i++) {
          keys.add("3_" + i);
          ((ArrayNode) post.at("/entities/urls"))
              .addObject()
              .put("url", "https://t.co/pic")
              .put("expanded_url", "https://x.com/ganglion/status/1/photo/1")
              .put("media_key", "3_" + i);
        }
      }
      return post;
    }

    final ObjectNode post(String text, long secondsFromNow, String parent) {
      var post =
          Json.object()
              .put("id", Integer.toString(ids++))
              .put("plain", text)
              .put(
                  "text",
                  text.replace("&", "&amp;")
                      .replace("<", "&lt;")
                      .replace(">", "&gt;")
                      .replace("https://example.com/a", "https://t.co/abc"))
              .put("created_at", NOW.plusSeconds(secondsFromNow).toString());
      post.putObject("entities")
          .putArray("urls")
          .addObject()
          .put("url", "https://t.co/abc")
          .put("expanded_url", "https://example.com/a");
      if (!parent.isEmpty()) {
        post.putArray("referenced_tweets").addObject().put("type", "replied_to").put("id", parent);
      }
      posts.addFirst(post);
      return post;
    }

    /** Two a page, and doesn't filter by time, so that the connector must. */
    private Reply page(Request request) {
      var from =
          request.parameter("pagination_token").isEmpty()
              ? 0
              : Integer.parseInt(request.parameter("pagination_token"));
      var shown = posts.subList(Math.min(from, posts.size()), Math.min(from + 2, posts.size()));
      var body = Json.object();
      shown.forEach(body.putArray("data")::add);
      var meta = body.putObject("meta").put("result_count", shown.size());
      if (from + 2 < posts.size()) {
        meta.put("next_token", Integer.toString(from + 2));
      }
      return Reply.json(200, body);
    }

    private static Reply data(int status, JsonNode data) {
      return Reply.json(status, Json.object().set("data", data));
    }
  }
}
