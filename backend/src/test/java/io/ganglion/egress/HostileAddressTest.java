package io.ganglion.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ganglion.kernel.Cidr;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("unit")
class HostileAddressTest {
  private final AddressGuard guard = new AddressGuard(SystemDefaultDnsResolver.INSTANCE, List.of());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "0.255.255.255",
        "10.0.0.0",
        "10.255.255.255",
        "100.64.0.0",
        "100.127.255.255",
        "127.0.0.1",
        "127.255.255.254",
        "169.254.0.0",
        "169.254.169.254",
        "172.16.0.0",
        "172.31.255.255",
        "192.0.0.0",
        "192.0.0.9",
        "192.0.0.170",
        "192.0.2.0",
        "192.0.2.255",
        "192.88.99.1",
        "192.168.0.0",
        "192.168.255.255",
        "198.18.0.0",
        "198.19.255.255",
        "198.51.100.0",
        "198.51.100.255",
        "203.0.113.0",
        "203.0.113.255",
        "224.0.0.1",
        "239.255.255.255",
        "240.0.0.0",
        "255.255.255.254",
        "255.255.255.255",
        "2130706433",
        "127.1",
        "[::]",
        "[::1]",
        "[::7f00:1]",
        "[::ffff:127.0.0.1]",
        "[::ffff:a9fe:a9fe]",
        "[::ffff:10.0.0.1]",
        "[64:ff9b::7f00:1]",
        "[64:ff9b::a9fe:a9fe]",
        "[64:ff9b::10.0.0.1]",
        "[64:ff9b::192.168.1.1]",
        "[64:ff9b:1::1]",
        "[64:ff9b:1:ffff::1]",
        "[100::1]",
        "[100:0:0:1::1]",
        "[2001::1]",
        "[2001:0:4136:e378:8000:63bf:3fff:fdd2]",
        "[2001:2::1]",
        "[2001:10::1]",
        "[2001:20::1]",
        "[2001:1ff:ffff::1]",
        "[2001:db8::1]",
        "[2001:db8:ffff:ffff::1]",
        "[2002:7f00:1::1]",
        "[2002:a9fe:a9fe::1]",
        "[2002:c0a8:1::]",
        "[3fff::1]",
        "[3fff:fff:ffff::1]",
        "[5f00::1]",
        "[fc00::1]",
        "[fd12:3456:789a::1]",
        "[fdff:ffff::1]",
        "[fe80::1]",
        "[febf::1]",
        "[fec0::1]",
        "[feff::1]",
        "[ff02::1]",
        "[ff0e::1]"
      })
  void a_special_purpose_address_is_refused(String host) {
    assertThatThrownBy(() -> guard.resolve(host)).isInstanceOf(AddressGuard.Refused.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "9.255.255.255",
        "11.0.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "126.255.255.255",
        "128.0.0.0",
        "169.253.255.255",
        "169.255.0.0",
        "172.15.255.255",
        "172.32.0.0",
        "192.0.1.0",
        "192.167.255.255",
        "192.169.0.0",
        "198.17.255.255",
        "198.20.0.0",
        "203.0.112.255",
        "203.0.114.0",
        "223.255.255.255",
        "[2000::1]",
        "[2001:200::1]",
        "[2001:db7::1]",
        "[2003::1]",
        "[2606:4700:4700::1111]",
        "[64:ff9b::1.1.1.1]",
        "[::ffff:1.1.1.1]"
      })
  void a_public_address_passes(String host) throws UnknownHostException {
    assertThat(guard.resolve(host)).hasSize(1);
  }

  @Test
  void one_private_address_among_public_ones_refuses_the_name() throws UnknownHostException {
    var names = new FixedNames(InetAddress.getByName("1.1.1.1"), InetAddress.getByName("10.0.0.1"));
    assertThatThrownBy(() -> new AddressGuard(names, List.of()).resolve("mixed.example"))
        .isInstanceOf(AddressGuard.Refused.class);
  }

  @Test
  void an_allowed_network_passes_and_its_neighbour_does_not() throws UnknownHostException {
    var allowing =
        new AddressGuard(SystemDefaultDnsResolver.INSTANCE, List.of(Cidr.of("10.1.0.0/16")));
    assertThat(allowing.resolve("10.1.2.3")).hasSize(1);
    assertThatThrownBy(() -> allowing.resolve("10.2.0.1")).isInstanceOf(AddressGuard.Refused.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://example.com/",
        "file:///etc/passwd",
        "gopher://example.com/",
        "jar:http://x!/",
        "mailto:a@b",
        "http:/no-host",
        "http://user:secret@example.com/",
        "http://user@example.com",
        "http://bad_host/",
        "http://[fe80::1%25eth0]/",
        "http://256.1.1.1/",
        "http://01.1.1.1/",
        "http://1.1.1/",
        "http://1.1.1.1.1/",
        "http://1.1.1.1./",
        "http://example.0x1/",
        "http://example.com:0/",
        "http://example.com:22/",
        "http://example.com:25/",
        "http://example.com:5432/",
        "http://example.com:6379/",
        "https://example.com:2375/",
        "http://example.com:11211/"
      })
  void a_hostile_url_is_refused_before_any_name_is_resolved(String url) {
    assertThat(UrlRules.address(URI.create(url), Origin.TENANT)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://example.com",
        "https://example.com:8443/a?b",
        "HTTP://EXAMPLE.com:3000/",
        "http://1.1.1.1/",
        "http://0.0.0.0/",
        "http://255.249.199.10/",
        "http://[2606:4700:4700::1111]/",
        "http://1.2.3.4.example/",
        "http://3com.example/",
        "http://example.com./"
      })
  void an_ordinary_url_passes(String url) {
    assertThat(UrlRules.address(URI.create(url), Origin.TENANT)).isEmpty();
  }
}
