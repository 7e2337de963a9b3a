package io.ganglion.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * A name server on loopback that knows TXT records alone. What it knows is text in the system's
 * properties, since Quarkus loads test classes more than once.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc1035">RFC 1035</a>
 */
public final class NameServer {
  private static final String PROPERTY = "ganglion.test.txt.";
  private static final int HEADER = 12;
  private static final int NO_SUCH_NAME = 3;

  private NameServer() {}

  /** Starts one for the life of this JVM; answers where. */
  public static String start() {
    try {
      var socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
      Thread.ofPlatform().daemon().name("name-server").start(() -> serve(socket));
      return "127.0.0.1:" + socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** From now on the name has this record, and no other one. */
  public static void txt(String name, String value) {
    System.setProperty(PROPERTY + name, value);
  }

  private static void serve(DatagramSocket socket) {
    var buffer = new byte[512];
    while (true) {
      try {
        var question = new DatagramPacket(buffer, buffer.length);
        socket.receive(question);
        var reply = answer(Arrays.copyOf(buffer, question.getLength()));
        socket.send(new DatagramPacket(reply, reply.length, question.getSocketAddress()));
      } catch (IOException e) {
        return;
      }
    }
  }

  private static byte[] answer(byte[] question) {
    int at = HEADER;
    var name = new StringBuilder();
    while (question[at] != 0) {
      name.append(new String(question, at + 1, question[at], StandardCharsets.US_ASCII))
          .append('.');
      at += question[at] + 1;
    }
    int end = at + 5; // the root, the type and the class
    name.setLength(Math.max(0, name.length() - 1));
    var value = System.getProperty(PROPERTY + name.toString().toLowerCase(Locale.ROOT));
    var reply = new ByteArrayOutputStream();
    int code = value == null ? NO_SUCH_NAME : 0;
    reply.writeBytes(Arrays.copyOf(question, 2));
    reply.writeBytes(
        new byte[] {(byte) 0x84, (byte) code, 0, 1, 0, (byte) (value == null ? 0 : 1), 0, 0, 0, 0});
    reply.writeBytes(Arrays.copyOfRange(question, HEADER, end));
    if (value != null) {
      var text = value.getBytes(StandardCharsets.US_ASCII);
      var record = ByteBuffer.allocate(HEADER + 1 + text.length);
      record.putShort((short) 0xc00c).putShort((short) 16).putShort((short) 1).putInt(60);
      record.putShort((short) (text.length + 1)).put((byte) text.length).put(text);
      reply.writeBytes(record.array());
    }
    return reply.toByteArray();
  }
}
