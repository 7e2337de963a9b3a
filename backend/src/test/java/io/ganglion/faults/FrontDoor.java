package io.ganglion.faults;

import io.ganglion.connector.SocketServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
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

  private final List<BackendProcess> backends = new CopyOnWriteArrayList<>();
  private final List<BackendProcess> ready = new CopyOnWriteArrayList<>();
  private final AtomicInteger turn = new AtomicInteger();
  private final SocketServer server = SocketServer.start(this::carry);
  private volatile boolean closed;

  FrontDoor() {
    Thread.ofVirtual().start(this::check);
  }

  String url() {
    return "http://127.0.0.1:" + server.port();
  }

  /** Leads to this one, too, from when it is ready. */
  void add(BackendProcess backend) {
    backends.add(backend);
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
      while (!closed) {
        for (var backend : backends) {
          if (!backend.isReady()) {
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

  @Override
  public void close() {
    closed = true;
    server.close();
  }
}
