package io.ganglion.api.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

/** A client of a revision with sessions, message by message: libraries hide what each is named. */
final class RawClient {
  private static final String INITIALIZE =
      """
      {"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"2025-11-25",
       "capabilities":{"elicitation":{}},"clientInfo":{"name":"raw","version":"1"}}}
      """;
  private static final String DATA = "data: ";

  private final HttpClient http = HttpClient.newHttpClient();
  private final String url;
  private final String key;
  private final String session;
  private final List<String> questions = new ArrayList<>();
  private int sent;

  /** Opens a session. */
  RawClient(String url, String key) throws IOException, InterruptedException {
    this.url = url;
    this.key = key;
    var opened =
        http.send(request(url, key, INITIALIZE).build(), HttpResponse.BodyHandlers.ofString());
    this.session = opened.headers().firstValue("Mcp-Session-Id").orElseThrow();
  }

  private static HttpRequest.Builder request(String url, String key, String body) {
    return HttpRequest.newBuilder(URI.create(url))
        .header("Authorization", "Bearer " + key)
        .header("Content-Type", "application/json")
        .header("Accept", "application/json, text/event-stream")
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  private HttpRequest message(JsonNode message) {
    return request(url, key, Json.write(message)).header("Mcp-Session-Id", session).build();
  }

  /** The names of all that it was asked. */
  List<String> questions() {
    return List.copyOf(questions);
  }

  /**
   * Calls a tool.
   *
   * @param answer to what it is asked meanwhile
   * @return the structured answer
   */
  JsonNode call(String tool, JsonNode arguments, String answer)
      throws IOException, InterruptedException {
    var call = Json.object().put("jsonrpc", "2.0").put("id", ++sent).put("method", "tools/call");
    call.putObject("params").put("name", tool).set("arguments", arguments);
    try (var lines = http.send(message(call), HttpResponse.BodyHandlers.ofLines()).body()) {
      var line = lines.iterator();
      while (line.hasNext()) {
        var text = line.next();
        var told = text.startsWith(DATA) ? Json.read(text.substring(DATA.length())) : Json.object();
        if (told.path("method").asText().equals("elicitation/create")) {
          answer(told.path("id"), answer);
        } else if (told.has("result")) {
          return told.path("result").path("structuredContent");
        }
      }
    }
    throw new IllegalStateException("the stream ended without an answer");
  }

  private void answer(JsonNode question, String result) throws IOException, InterruptedException {
    questions.add(question.asText());
    var answer = Json.object().put("jsonrpc", "2.0");
    answer.set("id", question);
    answer.set("result", Json.read(result));
    var unused = http.send(message(answer), HttpResponse.BodyHandlers.discarding());
  }
}
