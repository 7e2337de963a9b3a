package io.ganglion.egress;

import io.ganglion.kernel.Cidr;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;
import org.jboss.logging.Logger;

/**
 * Resolves a host once and lets only permitted addresses through; the connection goes to exactly
 * these, so a second answer of the name server is never asked for.
 */
final class AddressGuard implements DnsResolver {
  /** The host is, or resolves to, an address that may not be reached. */
  static final class Refused extends UnknownHostException {
    private static final long serialVersionUID = 1;

    Refused(String reason) {
      super(reason);
    }
  }

  private static final Logger LOG = Logger.getLogger(AddressGuard.class);

  private final DnsResolver names;
  private final List<Cidr> allowed;

  /**
   * @param names asked once a connection
   * @param allowed reachable although special-purpose
   */
  AddressGuard(DnsResolver names, List<Cidr> allowed) {
    this.names = names;
    this.allowed = List.copyOf(allowed);
  }

  /**
   * @throws Refused if any of the host's addresses is special-purpose and not allowed: a name that
   *     mixes public and private addresses is an attack or a mistake
   */
  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    var addresses = names.resolve(host);
    if (addresses == null || addresses.length == 0) {
      throw new UnknownHostException("no address");
    }
    for (var address : addresses) {
      var bytes = address.getAddress();
      var kind = SpecialPurpose.kind(bytes);
      if (kind.isPresent() && allowed.stream().noneMatch(cidr -> cidr.contains(bytes))) {
        // The address itself stays untold: it may describe somebody's internal network.
        LOG.infof("an outward request to a %s network was refused", kind.get());
        throw new Refused("the host is in a %s network, which is off limits".formatted(kind.get()));
      }
    }
    return addresses;
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }
}
