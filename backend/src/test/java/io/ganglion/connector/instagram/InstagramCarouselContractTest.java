package io.ganglion.connector.instagram;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.connector.ConnectorContract;
import io.ganglion.connector.PlatformServer;
import io.ganglion.connector.Subject;
import io.ganglion.kernel.Json;

class InstagramCarouselContractTest extends ConnectorContract {
  @Override
  protected Subject subject() {
    return new Carousel();
  }

  static final class Carousel extends InstagramContractTest.Account {
    @Override
    public String action() {
      return "publishCarousel";
    }

    @Override
    public JsonNode arguments(PlatformServer platform) {
      var arguments = Json.object().put("caption", CAPTION);
      arguments
          .putArray("image_urls")
          .add("https://img.example/1.png")
          .add("https://img.example/2.png");
      return arguments;
    }
  }
}
