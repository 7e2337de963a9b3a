package io.ganglion.connector;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A platform on loopback, made of bare sockets so that it can misbehave after it acted. It keeps
 * its own journal: a test asks it, and never our own answer, what happened.
 */
public final class PlatformServer implements AutoCloseable {
  /** One request as it came. Header names are in lower case. */
  public record Request(String method, String target, Map<String, String> headers, String body) {
    public String path() {
      var question = target.indexOf('?');
      return question < 0 ? target : target.substring(0, question);
    }

    /** A query or form parameter, decoded; empty if it isn't there. */
    public String parameter(String name) {
      var question = target.indexOf('?');
      var text = (question < 0 ? "" : target.substring(question + 1)) + "&" + body;
      for (var pair : text.split("&")) {
        if (pair.startsWith(name + "=")) {
          return java.net.URLDecoder.decode(
              pair.substring(name.length() + 1), StandardCharsets.UTF_8);
        }
      }
      return "";
    }
  }

  /** One answer. */
  public record Reply(int status, Map<String, String> headers, String body) {
    public static Reply json(int status, Object body) {
      return new Reply(status, Map.of("Content-Type", "application/json"), body.toString());
    }
  }

  /** What the platform does; called for one request at a time. */
  public interface Behaviour {
    Reply on(Request request);
  }

  private record Armed(Predicate<Request> on, Fault fault) {}

  private final SocketServer server;
  private final Behaviour behaviour;
  private final List<Request> journal = Collections.synchronizedList(new ArrayList<>());
  private final AtomicReference<@Nullable Armed> armed = new AtomicReference<>();

  public PlatformServer(Behaviour behaviour) {
    this.behaviour = behaviour;
    server = SocketServer.start(this::serve);
  }

  private PlatformServer(Behaviour behaviour, SocketServer server) {
    this.behaviour = behaviour;
    this.server = server;
  }

  /** A platform whose port nobody listens on. */
  static PlatformServer gone(Behaviour behaviour) {
    return new PlatformServer(behaviour, SocketServer.deaf());
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + server.port());
  }

  /** The next request of this kind meets the fault; only that one. */
  void arm(Predicate<Request> on, Fault fault) {
    armed.set(new Armed(on, fault));
  }

  /** Whether an armed fault was met. */
  boolean disarmed() {
    return armed.get() == null;
  }

  /** Every request that came, in order. */
  public List<Request> journal() {
    return List.copyOf(journal);
  }

  @Override
  public void close() {
    server.close();
  }

  private void serve(Socket socket) {
    try (socket) {
      var in = new BufferedInputStream(socket.getInputStream());
      while (true) {
        var request = read(in);
        if (request == null) {
          return;
        }
        journal.add(request);
        answer(socket, in, request);
      }
    } catch (IOException e) {
      return; // the caller hung up
    }
  }

  private void answer(Socket socket, InputStream in, Request request) throws IOException {
    var current = armed.get();
    if (current == null || !current.on().test(request)) {
      write(socket, act(request));
      return;
    }
    armed.set(null);
    var reply = current.fault().acts() ? act(request) : new Reply(200, Map.of(), "");
    switch (current.fault()) {
      case REFUSED_CONNECTION -> throw new IOException("a test's closed port answers nothing");
      case RESET_BEFORE, RESET_AFTER -> {
        socket.setSoLinger(true, 0);
        socket.close();
      }
      case HANG_AFTER -> {
        while (in.read() >= 0) {
          Thread.onSpinWait();
        }
      }
      case ERROR_500_AFTER -> write(socket, echo(500, request, Map.of()));
      case TRUNCATED_AFTER -> {
        var half = reply.body().substring(0, reply.body().length() / 2);
        socket
            .getOutputStream()
            .write((head(reply, reply.body().length()) + half).getBytes(StandardCharsets.UTF_8));
        socket.shutdownOutput();
        socket.close();
      }
      case MALFORMED_AFTER ->
          write(socket, new Reply(200, Map.of("Content-Type", "application/json"), "{\"half\":"));
      case LIMITED_WITH_RETRY_AFTER ->
          write(socket, echo(429, request, Map.of("Retry-After", "7")));
      case LIMITED_WITHOUT_RETRY_AFTER -> write(socket, echo(429, request, Map.of()));
      case REDIRECT ->
          write(socket, echo(307, request, Map.of("Location", url() + "/moved-elsewhere")));
      case BAD_REQUEST -> write(socket, echo(400, request, Map.of()));
      case UNAUTHORIZED -> write(socket, echo(401, request, Map.of()));
    }
  }

  private Reply act(Request request) {
    synchronized (behaviour) {
      return behaviour.on(request);
    }
  }

  /** An error that repeats all it was sent, credentials too, as careless platforms do. */
  private static Reply echo(int status, Request request, Map<String, String> headers) {
    var all = new HashMap<>(headers);
    all.put("Content-Type", "application/json");
    var said = request.headers().toString() + request.target() + request.body();
    var text = io.ganglion.kernel.Json.object().put("detail", said).put("message", said);
    return new Reply(status, all, text.toString());
  }

  private static void write(Socket socket, Reply reply) throws IOException {
    var length = reply.body().getBytes(StandardCharsets.UTF_8).length;
    var out = socket.getOutputStream();
    out.write((head(reply, length) + reply.body()).getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private static String head(Reply reply, int length) {
    var head =
        new StringBuilder(
            "HTTP/1.1 %d X\r\nContent-Length: %d\r\n".formatted(reply.status(), length));
    reply
        .headers()
        .forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    return head.append("\r\n").toString();
  }

  private static @Nullable Request read(InputStream in) throws IOException {
    var head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int c = in.read();
      if (c < 0) {
        return null;
      }
      head.append((char) c);
    }
    var lines = head.toString().split("\r\n");
    var headers = new HashMap<String, String>();
    for (int i = 1; i < lines.length; i++) {
      var colon = lines[i].indexOf(':');
      headers.put(
          lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
          lines[i].substring(colon + 1).strip());
    }
    var length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
    var body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
    var first = lines[0].split(" ");
    return new Request(first[0], first[1], Map.copyOf(headers), body);
  }
}
