package io.ganglion.egress;

import io.ganglion.kernel.Cidr;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The networks that are not the public Internet.
 *
 * <p>Source: the IANA IPv4 and IPv6 Special-Purpose Address Registries, plus multicast, class E and
 * site-local addresses, and the one public address at which a cloud (Azure) keeps machines' own
 * secrets. Where the registry carves single reachable hosts out of a block (anycast under
 * 192.0.0.0/24, protocol assignments under 2001::/23), the whole block stays refused: nothing a
 * tenant calls lives there.
 */
final class SpecialPurpose {
  private record Block(Cidr cidr, String name) {
    Block(String cidr, String name) {
      this(Cidr.of(cidr), name);
    }
  }

  private static final Cidr GLOBAL_UNICAST = Cidr.of("2000::/3");
  private static final Cidr NAT64 = Cidr.of("64:ff9b::/96");
  private static final byte[] MAPPED = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte) 0xff, (byte) 0xff};

  private static final List<Block> BLOCKS =
      List.of(
          new Block("0.0.0.0/8", "\"this network\""),
          new Block("10.0.0.0/8", "private-use"),
          new Block("100.64.0.0/10", "shared (carrier NAT)"),
          new Block("127.0.0.0/8", "loopback"),
          new Block("169.254.0.0/16", "link-local"),
          new Block("168.63.129.16/32", "cloud metadata"),
          new Block("172.16.0.0/12", "private-use"),
          new Block("192.0.0.0/24", "protocol-assignment"),
          new Block("192.0.2.0/24", "documentation"),
          new Block("192.31.196.0/24", "AS112"),
          new Block("192.52.193.0/24", "multicast tunnel (AMT)"),
          new Block("192.88.99.0/24", "6to4 relay"),
          new Block("192.168.0.0/16", "private-use"),
          new Block("192.175.48.0/24", "AS112"),
          new Block("198.18.0.0/15", "benchmarking"),
          new Block("198.51.100.0/24", "documentation"),
          new Block("203.0.113.0/24", "documentation"),
          new Block("224.0.0.0/4", "multicast"),
          new Block("240.0.0.0/4", "reserved or broadcast"),
          new Block("2001::/23", "protocol-assignment (Teredo, ORCHID)"),
          new Block("2001:db8::/32", "documentation"),
          new Block("2002::/16", "6to4"),
          new Block("2620:4f:8000::/48", "AS112"),
          new Block("3fff::/20", "documentation"));

  private SpecialPurpose() {}

  /**
   * What kind of special network an address is in.
   *
   * @param address 4 or 16 bytes; a mapped or NAT64 one is judged by the IPv4 address inside
   * @return empty for public addresses
   */
  static Optional<String> kind(byte[] address) {
    if (address.length == 16) {
      if (NAT64.contains(address) || Arrays.equals(address, 0, 12, MAPPED, 0, 12)) {
        return kind(Arrays.copyOfRange(address, 12, 16));
      }
      if (!GLOBAL_UNICAST.contains(address)) { // ::, ::1, fc00::/7, fe80::/10, ff00::/8, ...
        return Optional.of("non-global IPv6");
      }
    }
    return BLOCKS.stream()
        .filter(block -> block.cidr().contains(address))
        .map(Block::name)
        .findFirst();
  }
}
