package io.ganglion.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Asks the server on a port whether it knows our password and has loaded its data. */
record RedisPing(int port, String password) {
  private static final int TIMEOUT_MS = 2_000;

  boolean answered() {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MS);
      socket.setSoTimeout(TIMEOUT_MS);
      var ask = "AUTH %s\r\nPING\r\n".formatted(password);
      socket.getOutputStream().write(ask.getBytes(StandardCharsets.US_ASCII));
      var answer =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      return "+OK".equals(answer.readLine()) && "+PONG".equals(answer.readLine());
    } catch (IOException e) {
      return false;
    }
  }
}
