package io.ganglion.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Who is told by webhooks, on loopback: some that answer at once, some whose port is closed, some
 * that take a connection and never say a word. On Linux each host has an address of its own.
 */
final class Receivers implements AutoCloseable {
  private static final int BACKLOG = 4096;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final boolean MANY_ADDRESSES = System.getProperty("os.name").startsWith("Linux");

  private final List<HttpServer> healthy = new ArrayList<>();
  private final List<ServerSocket> hanging = new ArrayList<>();
  private final Queue<Socket> held = new ConcurrentLinkedQueue<>();
  private final Queue<Double> delays = new ConcurrentLinkedQueue<>();
  private final ConcurrentHashMap<String, AtomicInteger> came = new ConcurrentHashMap<>();
  private int addresses;

  Receivers() {
    // it closes what rests above 200 as soon as it has answered, just when it is used again
    System.setProperty("sun.net.httpserver.maxIdleConnections", "4096");
  }

  private InetAddress address() throws IOException {
    addresses++;
    return MANY_ADDRESSES
        ? InetAddress.getByAddress(new byte[] {127, 0, 1, (byte) addresses})
        : InetAddress.getLoopbackAddress();
  }

  private static String url(InetAddress address, int port) {
    return "http://%s:%d".formatted(address.getHostAddress(), port);
  }

  /** A host that answers 204 at once. */
  String healthy() throws IOException {
    var address = address();
    var server = HttpServer.create(new InetSocketAddress(address, 0), BACKLOG);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::take);
    server.start();
    healthy.add(server);
    return url(address, server.getAddress().getPort());
  }

  private void take(HttpExchange exchange) throws IOException {
    var at = Instant.now();
    var message = JSON.readTree(exchange.getRequestBody().readAllBytes());
    exchange.sendResponseHeaders(204, -1);
    exchange.close();
    var told = Instant.parse(message.path("timestamp").asText());
    delays.add(Duration.between(told, at).toNanos() / 1e6);
    var number = message.path("data").path("number").asText();
    came.computeIfAbsent(number, it -> new AtomicInteger()).incrementAndGet();
  }

  /** A host where nobody listens. */
  String refusing() throws IOException {
    var address = address();
    try (var socket = new ServerSocket(0, 1, address)) {
      return url(address, socket.getLocalPort());
    }
  }

  /** A host that takes every connection and answers nothing. */
  String hanging() throws IOException {
    var address = address();
    var socket = new ServerSocket(0, BACKLOG, address);
    hanging.add(socket);
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                while (!socket.isClosed()) {
                  held.add(socket.accept());
                }
              } catch (IOException e) {
                // the benchmark is over
              }
            });
    return url(address, socket.getLocalPort());
  }

  /** How many of the healthy have an event's message. */
  int having(String number) {
    var count = came.get(number);
    return count == null ? 0 : count.get();
  }

  /** Milliseconds from each event to each of its messages since the last question. */
  List<Double> delays() {
    var all = List.copyOf(delays);
    delays.clear();
    return all;
  }

  @Override
  public void close() throws IOException {
    healthy.forEach(server -> server.stop(0));
    for (var socket : hanging) {
      socket.close();
    }
    for (var socket : held) {
      socket.close();
    }
  }
}
