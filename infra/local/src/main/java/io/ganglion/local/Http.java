package io.ganglion.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Whether something serves. */
final class Http {
  private static final Duration PROBE = Duration.ofSeconds(5);

  private Http() {}

  /** Whether the address answers with 200 within 5 s. */
  static boolean serves(String url) {
    var ask = HttpRequest.newBuilder(URI.create(url)).timeout(PROBE).build();
    try (var http = HttpClient.newBuilder().connectTimeout(PROBE).build()) {
      return http.send(ask, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackFailure("interrupted", e);
    }
  }
}
