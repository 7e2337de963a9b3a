package io.ganglion.connection;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Answers X's whoami on a local port: accounts by access token. */
final class PretendX implements AutoCloseable {
  private final Map<String, String> accounts = new ConcurrentHashMap<>();
  private final HttpServer server;
  private volatile boolean broken;

  PretendX() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/2/users/me",
        exchange -> {
          var header = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
          var account = accounts.get(header.replace("Bearer ", ""));
          int status = broken ? 500 : account == null ? 401 : 200;
          var body =
              account == null
                  ? "{\"title\": \"Unauthorized\", \"detail\": \"unknown " + header + "\"}"
                  : "{\"data\": {\"id\": \"%s\", \"username\": \"user%s\"}}"
                      .formatted(account, account);
          var bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
  }

  void knows(String token, String account) {
    accounts.put(token, account);
  }

  void forgets(String token) {
    accounts.remove(token);
  }

  void breaks() {
    broken = true;
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
