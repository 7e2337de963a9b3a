package io.ganglion.egress;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A server made of bare sockets, so that a test can misbehave byte by byte. */
final class LoopbackPeer implements AutoCloseable {
  /** What happens on a connection, from its first byte to its end. */
  interface Behaviour {
    void on(Connection connection) throws IOException, InterruptedException;
  }

  /** One accepted connection. */
  record Connection(Socket socket, InputStream in, List<String> heads) {
    /** Reads one request; its head is kept in the journal. Empty at the end of the stream. */
    String request() throws IOException {
      var head = new StringBuilder();
      while (head.indexOf("\r\n\r\n") < 0) {
        int c = in.read();
        if (c < 0) {
          return "";
        }
        head.append((char) c);
      }
      var text = head.toString();
      heads.add(text);
      for (var line : text.split("\r\n")) {
        if (line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:")) {
          in.readNBytes(Integer.parseInt(line.substring(15).strip()));
        }
      }
      return text;
    }

    void write(String text) throws IOException {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
    }

    void answer(int status, String body) throws IOException {
      write("HTTP/1.1 %d X\r\nContent-Length: %d\r\n\r\n%s".formatted(status, body.length(), body));
    }

    void redirect(int status, String to) throws IOException {
      write("HTTP/1.1 %d X\r\nLocation: %s\r\nContent-Length: 0\r\n\r\n".formatted(status, to));
    }

    void reset() throws IOException {
      socket.setSoLinger(true, 0);
      socket.close();
    }

    /** Until the other side hangs up. */
    void hang() throws IOException {
      while (in.read() >= 0) {
        continue;
      }
    }
  }

  private final ServerSocket server;
  private final List<String> heads = Collections.synchronizedList(new ArrayList<>());
  private final AtomicInteger accepted = new AtomicInteger();

  LoopbackPeer(Behaviour behaviour) {
    this(InetAddress.getLoopbackAddress(), behaviour);
  }

  private LoopbackPeer(InetAddress address, Behaviour behaviour) {
    try {
      server = new ServerSocket(0, 50, address);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(() -> accept(behaviour));
  }

  /** On another address of this machine; four zeros: on all, IPv6 ones too. */
  static LoopbackPeer on(byte[] address, Behaviour behaviour) {
    try {
      return new LoopbackPeer(InetAddress.getByAddress(address), behaviour);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Answers every request of a connection with 200. */
  static LoopbackPeer answering(String body) {
    return new LoopbackPeer(
        connection -> {
          while (!connection.request().isEmpty()) {
            connection.answer(200, body);
          }
        });
  }

  URI uri(String path) {
    return URI.create("http://127.0.0.1:%d%s".formatted(port(), path));
  }

  int port() {
    return server.getLocalPort();
  }

  /** The heads of all requests that came, in order. */
  List<String> heads() {
    return List.copyOf(heads);
  }

  int accepted() {
    return accepted.get();
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept(Behaviour behaviour) {
    while (!server.isClosed()) {
      try {
        var socket = server.accept();
        accepted.incrementAndGet();
        Thread.ofVirtual().start(() -> serve(behaviour, socket));
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private void serve(Behaviour behaviour, Socket socket) {
    try (socket) {
      behaviour.on(new Connection(socket, new BufferedInputStream(socket.getInputStream()), heads));
    } catch (IOException e) {
      return; // the other side hung up, as some tests want
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
