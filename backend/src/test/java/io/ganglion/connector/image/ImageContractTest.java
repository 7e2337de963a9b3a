package io.ganglion.connector.image;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.connector.Connector;
import io.ganglion.connector.ConnectorContract;
import io.ganglion.connector.OpenAiServer;
import io.ganglion.connector.PlatformServer;
import io.ganglion.connector.PlatformServer.Reply;
import io.ganglion.connector.Subject;
import io.ganglion.egress.Egress;
import io.ganglion.kernel.Json;
import java.time.Clock;
import org.junit.jupiter.api.Nested;

class ImageContractTest {
  @Nested
  class Generation extends ConnectorContract {
    @Override
    protected Subject subject() {
      return new ImageServer();
    }
  }

  @Nested
  class Edit extends ConnectorContract {
    @Override
    protected Subject subject() {
      return new EditServer();
    }
  }

  /** Takes a form with a picture, in which the words come in as parts of their own. */
  static final class EditServer extends ImageServer {
    @Override
    public String action() {
      return "edit";
    }

    @Override
    public JsonNode arguments(PlatformServer platform) {
      var arguments = Json.object().put("prompt", "with a hat");
      arguments.putObject("image").put("data", "iVBORw0KGgo=").put("media_type", "image/png");
      return arguments;
    }

    @Override
    public Reply on(PlatformServer.Request request) {
      if (!request.method().equals("POST")) {
        return super.on(request);
      }
      var type = request.headers().getOrDefault("content-type", "");
      var whole =
          request.path().equals("/v1/images/edits")
              && type.startsWith("multipart/form-data; boundary=")
              && request.body().contains("name=\"prompt\"\r\n\r\nwith a hat\r\n")
              && request.body().contains("name=\"image\"; filename=\"image.png\"")
              && request.body().contains("PNG")
              && request.body().endsWith("--" + type.substring(30) + "--\r\n");
      return whole ? answer() : Reply.json(400, Json.object().put("message", "not a form"));
    }
  }

  static class ImageServer extends OpenAiServer {
    @Override
    public Connector connector(Egress egress, Clock clock) {
      return new ImageConnector(egress, clock);
    }

    @Override
    public String action() {
      return "generate";
    }

    @Override
    public JsonNode arguments(PlatformServer platform) {
      return Json.object().put("prompt", "a cat").put("size", "512x512");
    }

    @Override
    protected Reply made(JsonNode body) {
      if (body.path("n").asInt() != 1) {
        return Reply.json(400, Json.object().put("message", "one image at a time"));
      }
      return answer();
    }

    static Reply answer() {
      var answer = Json.object().put("created", 1);
      answer.putArray("data").addObject().put("url", "https://images.example/1.png");
      return Reply.json(200, answer);
    }
  }
}
