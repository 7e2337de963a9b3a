package io.ganglion.connector;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.function.Consumer;

/** Takes callers on loopback, each served by a thread of its own. */
public final class SocketServer implements AutoCloseable {
  private final ServerSocket server;
  private final int port;

  /**
   * @param serve closes the socket in the end
   */
  public SocketServer(Consumer<Socket> serve) {
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
      port = server.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(() -> accept(serve));
  }

  public int port() {
    return port;
  }

  private void accept(Consumer<Socket> serve) {
    while (!server.isClosed()) {
      try {
        var socket = server.accept();
        Thread.ofVirtual().start(() -> serve.accept(socket));
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
