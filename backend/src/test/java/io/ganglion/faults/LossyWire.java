package io.ganglion.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A wire to the database that can lose answers: what was asked arrives and is done, what is
 * answered does not come back, and then the connection breaks. It can be led to another server, as
 * a provider leads the name of a database after a fail-over.
 */
final class LossyWire implements AutoCloseable {
  /** How long questions still arrive after answers stopped: a commit asked meanwhile is done. */
  private static final long SWALLOW_MS = 100;

  private final ServerSocket server;
  private volatile InetSocketAddress database;
  private final Set<Wire> wires = ConcurrentHashMap.newKeySet();
  private final AtomicInteger lost = new AtomicInteger();

  private LossyWire(InetSocketAddress database) throws IOException {
    this.database = database;
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  /**
   * @param jdbcUrl of the database
   */
  static LossyWire to(String jdbcUrl) throws IOException {
    return new LossyWire(end(jdbcUrl));
  }

  int port() {
    return server.getLocalPort();
  }

  /** Breaks what is connected; who connects again reaches the other server. */
  void leadTo(String jdbcUrl) {
    database = end(jdbcUrl);
    wires.forEach(Wire::cut);
  }

  private static InetSocketAddress end(String jdbcUrl) {
    var address = address(jdbcUrl);
    return new InetSocketAddress(address.getHost(), address.getPort());
  }

  /** The same database through this wire. */
  String through(String jdbcUrl) {
    return jdbcUrl.replace(
        ":" + address(jdbcUrl).getPort() + "/", ":" + server.getLocalPort() + "/");
  }

  private static URI address(String jdbcUrl) {
    return URI.create(jdbcUrl.substring("jdbc:".length()));
  }

  /**
   * Loses the answers of all connections there are, at least one of them, then breaks them. A
   * worker always has questions: it looks for runs four times a second.
   */
  void loseAnswers() throws InterruptedException {
    int before = lost.get();
    wires.forEach(wire -> wire.losing = true);
    while (lost.get() == before) {
      Thread.sleep(1);
    }
    Thread.sleep(SWALLOW_MS);
    wires.forEach(Wire::cut);
  }

  private void accept() {
    try {
      while (true) {
        var client = server.accept();
        var upstream = new Socket();
        try {
          upstream.connect(database);
        } catch (IOException down) {
          client.close();
          continue;
        }
        var wire = new Wire(client, upstream);
        wires.add(wire);
        Thread.ofVirtual().start(() -> wire.carry(client, upstream, false));
        Thread.ofVirtual().start(() -> wire.carry(upstream, client, true));
      }
    } catch (IOException e) {
      // closed
    }
  }

  private final class Wire {
    private final Socket client;
    private final Socket upstream;
    private volatile boolean losing;

    Wire(Socket client, Socket upstream) {
      this.client = client;
      this.upstream = upstream;
    }

    void carry(Socket from, Socket to, boolean answers) {
      var buffer = new byte[8192];
      try (InputStream in = from.getInputStream();
          OutputStream out = to.getOutputStream()) {
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
          if (answers && losing) {
            lost.incrementAndGet();
          } else {
            out.write(buffer, 0, read);
            out.flush();
          }
        }
      } catch (IOException e) {
        // cut, or an end hung up
      } finally {
        cut();
      }
    }

    void cut() {
      wires.remove(this);
      for (var socket : new Socket[] {client, upstream}) {
        try {
          socket.close();
        } catch (IOException e) {
          // it is gone either way
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    wires.forEach(Wire::cut);
  }
}
