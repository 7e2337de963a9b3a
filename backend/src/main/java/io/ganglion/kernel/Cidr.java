package io.ganglion.kernel;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * A block of addresses.
 *
 * @param base network order, 4 or 16 bytes
 * @param bits how many leading bits are fixed
 */
public record Cidr(byte[] base, int bits) {
  /** In full: {@code 10} and {@code 10.1} are addresses to the JDK. */
  private static final Pattern ADDRESS =
      Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F.]*:[0-9a-fA-F.:]*");

  public Cidr {
    if (bits < 0 || bits > base.length * 8) {
      throw new IllegalArgumentException("a prefix of %d bits is out of range".formatted(bits));
    }
    base = base.clone();
  }

  /**
   * Reads {@code 10.0.0.0/8} or {@code fc00::/7}; a bare address is a block of one.
   *
   * @throws IllegalArgumentException if the address is not written in numbers or the prefix is out
   *     of range
   */
  public static Cidr of(String text) {
    var slash = text.indexOf('/');
    var address = slash < 0 ? text : text.substring(0, slash);
    try {
      if (!ADDRESS.matcher(address).matches()) {
        throw new IllegalArgumentException("not in full");
      }
      var base = InetAddress.ofLiteral(address).getAddress();
      var bits = slash < 0 ? base.length * 8 : Integer.parseInt(text.substring(slash + 1));
      return new Cidr(base, bits);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("%s is not a CIDR block".formatted(text), e);
    }
  }

  /** Whether the address, 4 or 16 bytes, is in the block; never for the other family. */
  public boolean contains(byte[] address) {
    if (address.length != base.length) {
      return false;
    }
    for (int i = 0; i < bits; i += 8) {
      var mask = bits - i >= 8 ? 0xff : (0xff << (8 - (bits - i))) & 0xff;
      if (((address[i / 8] ^ base[i / 8]) & mask) != 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether every address of another block is in this one. */
  public boolean contains(Cidr other) {
    return other.bits >= bits && contains(other.base);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Cidr cidr && bits == cidr.bits && Arrays.equals(base, cidr.base);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(base) + bits;
  }

  @Override
  public String toString() {
    return HexFormat.of().formatHex(base) + "/" + bits;
  }
}
