package io.ganglion.connector;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.function.Consumer;

/** Takes callers on loopback, each served by a thread of its own. */
public final class SocketServer implements AutoCloseable {
  private final Closeable socket;
  private final int port;

  private SocketServer(Closeable socket, int port) {
    this.socket = socket;
    this.port = port;
  }

  /**
   * @param serve closes the socket in the end
   */
  public static SocketServer start(Consumer<Socket> serve) {
    try {
      var server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
      Thread.ofVirtual().start(() -> accept(server, serve));
      return new SocketServer(server, server.getLocalPort());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A port that is taken, and that nobody listens on: callers are refused. */
  static SocketServer deaf() {
    try {
      var taken = new Socket();
      taken.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      return new SocketServer(taken, taken.getLocalPort());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int port() {
    return port;
  }

  private static void accept(ServerSocket server, Consumer<Socket> serve) {
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
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
