package io.ganglion.egress;

import java.io.IOException;
import java.io.InputStream;

/**
 * What a server of mailboxes says, bounded: the library makes room for as much as a server
 * announces, so that what announces too much is cut off before it is read.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3501#section-4.3">RFC 3501, 4.3: literals</a>
 */
final class Literals extends InputStream {
  /** Of one conversation, and so of one literal. */
  static final int MAX_BYTES = 8_000_000;

  private final InputStream in;
  private long left = MAX_BYTES;

  /** Bytes of a literal that come next; they are anything. */
  private long literal;

  /** Of the line so far: the number in braces that ends it, or -1. */
  private long announced = -1;

  private boolean counting;

  Literals(InputStream in) {
    this.in = in;
  }

  @Override
  public int read() throws IOException {
    var one = in.read();
    if (one >= 0) {
      if (--left < 0) {
        throw new IOException("the server says more than is read of it");
      }
      follow(one);
    }
    return one;
  }

  /** One by one: what is under it is buffered. */
  @Override
  public int read(byte[] into, int from, int most) throws IOException {
    if (most == 0) {
      return 0;
    }
    int taken = 0;
    do {
      var one = read();
      if (one < 0) {
        return taken == 0 ? -1 : taken;
      }
      into[from + taken++] = (byte) one;
    } while (taken < most && in.available() > 0);
    return taken;
  }

  private void follow(int one) throws IOException {
    if (literal > 0) {
      literal--;
      return;
    }
    switch (one) {
      case '{' -> {
        counting = true;
        announced = 0;
      }
      case '}' -> counting = false;
      case '\r' -> {} // comes between the brace and the line's end
      case '\n' -> {
        literal = Math.max(0, announced);
        announced = -1;
        if (literal > left) {
          throw new IOException("the server announces more than is read of it");
        }
      }
      default -> {
        boolean digit = counting && one >= '0' && one <= '9' && announced < MAX_BYTES;
        if (digit) {
          announced = announced * 10 + (one - '0');
        } else if (counting && one >= '0' && one <= '9') {
          announced = Long.MAX_VALUE / 2;
        } else {
          counting = false;
          announced = -1;
        }
      }
    }
  }

  @Override
  public int available() throws IOException {
    return in.available();
  }
}
