package io.ganglion.bench;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/** A platform on loopback that takes its time and answers as a small model does. */
final class Platform implements AutoCloseable {
  private static final byte[] ANSWER =
      """
      {"id":"chatcmpl-1","object":"chat.completion","model":"small","choices":[{"index":0,"finish_reason":"stop",
      "message":{"role":"assistant","content":"yes"}}],"usage":{"prompt_tokens":5,"completion_tokens":1,"total_tokens":6}}
      """
          .getBytes(StandardCharsets.UTF_8);
  private static final int BACKLOG = 4096;

  private final HttpServer server;

  /**
   * @param millis how long each answer takes
   */
  Platform(long millis) throws IOException {
    // it closes what rests above 200 as soon as it has answered, just when it is used again
    System.setProperty("sun.net.httpserver.maxIdleConnections", "4096");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          LockSupport.parkNanos(millis * 1_000_000);
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, ANSWER.length);
          try (var out = exchange.getResponseBody()) {
            out.write(ANSWER);
          }
        });
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
