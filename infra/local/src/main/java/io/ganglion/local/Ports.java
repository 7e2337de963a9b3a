package io.ganglion.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/**
 * TCP ports of 127.0.0.1. What is free now may be taken a moment later: a server that can't bind
 * must say so.
 */
final class Ports {
  static final int BACKEND = 7600;
  static final int POSTGRES = 7601;
  static final int REDIS = 7602;
  static final int KEYCLOAK = 7603;
  static final int KEYCLOAK_HEALTH = 7604;
  static final int SMTP = 7605;
  static final int MAILS = 7606;

  private Ports() {}

  /** The usual port, or any free one when somebody has the usual. */
  static int usualOrFree(int usual) {
    return isFree(usual) ? usual : free();
  }

  static boolean isFree(int port) {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true); // a port in TIME_WAIT is free for a server
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  static int free() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
