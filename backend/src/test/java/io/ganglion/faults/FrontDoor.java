package io.ganglion.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The balancer in front of several backends, as a provider's: connections go to those in turn that
 * say they are ready, and a backend that stops saying so gets no new ones. What it has carried of a
 * backend that goes breaks; nothing is sent a second time.
 */
final class FrontDoor implements AutoCloseable {
  private static final Duration CHECK_EVERY = Duration.ofMillis(250);

  private final ServerSocket server;
  private final HttpClient checker = HttpClient.newHttpClient();
  private final List<BackendProcess> backends = new CopyOnWriteArrayList<>();
  private final List<BackendProcess> ready = new CopyOnWriteArrayList<>();
  private final AtomicInteger turn = new AtomicInteger();

  FrontDoor() throws IOException {
    server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
    Thread.ofVirtual().start(this::check);
  }

  String url() {
    return "http://127.0.0.1:" + server.getLocalPort();
  }

  /** Leads to this one, too, from when it is ready. */
  void add(BackendProcess backend) {
    backends.add(backend);
  }

  private void accept() {
    try {
      while (true) {
        var client = server.accept();
        Thread.ofVirtual().start(() -> carry(client));
      }
    } catch (IOException e) {
      // closed
    }
  }

  private void carry(Socket client) {
    var there = List.copyOf(ready);
    try (client;
        var upstream = new Socket()) {
      if (there.isEmpty()) {
        return;
      }
      var one = there.get(Math.floorMod(turn.getAndIncrement(), there.size()));
      upstream.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), one.port()));
      var back = Thread.ofVirtual().start(() -> copy(upstream, client));
      copy(client, upstream);
      back.join();
    } catch (IOException e) {
      // an end is gone: the client sees its connection break
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void copy(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      // cut, or an end hung up
    } finally {
      close(from);
      close(to);
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // it is gone either way
    }
  }

  private void check() {
    try {
      while (!server.isClosed()) {
        for (var backend : backends) {
          if (!isReady(backend)) {
            ready.remove(backend);
          } else if (!ready.contains(backend)) {
            ready.add(backend);
          }
        }
        Thread.sleep(CHECK_EVERY);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isReady(BackendProcess backend) throws InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(backend.url() + "/q/health/ready"))
            .timeout(Duration.ofSeconds(5))
            .build();
    try {
      return checker.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    checker.close();
  }
}
