package io.ganglion.egress;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Addresses by which a tenant could reach what is not theirs, each called and each redirected to.
 * Judged by a server that listens on all of this machine's addresses and must hear nothing.
 */
@Tag("unit")
class HostileUrlTest {
  /** The one address that may be reached: a server of the tenant's that redirects. */
  private static final String OURS = "127.0.0.5";

  private static final LoopbackPeer WITNESS =
      LoopbackPeer.on(new byte[] {0, 0, 0, 0}, connection -> connection.answer(200, "secret"));
  private static final GuardedEgress EGRESS =
      new GuardedEgress(EgressSettings.allowing(OURS + "/32"));

  /** By the IANA special-purpose address registries, IPv4. */
  private static final List<String> V4 =
      List.of(
          "0.0.0.0",
          "0.1.2.3", // this network
          "10.0.0.1",
          "10.255.255.255",
          "172.16.0.1",
          "172.31.255.255",
          "192.168.0.1", // private
          "100.64.0.1",
          "100.100.100.200",
          "100.127.255.254", // shared; a cloud's metadata
          "127.0.0.1",
          "127.0.0.2",
          "127.255.255.254", // loopback
          "169.254.0.1",
          "169.254.169.254",
          "169.254.170.2", // link-local; clouds' metadata
          "168.63.129.16", // a cloud's metadata at a public address
          "192.0.0.1",
          "192.0.0.8",
          "192.0.0.9",
          "192.0.0.170",
          "192.0.0.192", // protocols
          "192.0.2.1",
          "198.51.100.1",
          "203.0.113.1", // documentation
          "192.31.196.1",
          "192.52.193.1",
          "192.175.48.1", // AS112 and AMT
          "192.88.99.1", // 6to4 relays
          "198.18.0.1",
          "198.19.255.254", // benchmarks
          "224.0.0.1",
          "239.255.255.250", // multicast
          "240.0.0.1",
          "255.255.255.255"); // reserved, broadcast

  /** By the IANA special-purpose address registries, IPv6. */
  private static final List<String> V6 =
      List.of(
          "::",
          "::1", // unspecified, loopback
          "::127.0.0.1",
          "::7f00:1",
          "::a9fe:a9fe", // IPv4-compatible
          "::ffff:127.0.0.1",
          "::ffff:7f00:1",
          "::ffff:169.254.169.254",
          "::ffff:10.0.0.1", // mapped
          "::ffff:0:127.0.0.1", // translated
          "64:ff9b::127.0.0.1",
          "64:ff9b::a9fe:a9fe",
          "64:ff9b::10.0.0.1", // NAT64
          "64:ff9b:1::1",
          "64:ff9b:1::127.0.0.1",
          "64:ff9b:1:ffff:ffff::1", // local NAT64
          "100::1",
          "100:0:0:1::1", // discard
          "2001::1",
          "2001:0:7f00:1::",
          "2001:0:4136:e378:8000:63bf:80ff:fffe", // Teredo
          "2001:1::1",
          "2001:2::1",
          "2001:3::1",
          "2001:4:112::1",
          "2001:10::1",
          "2001:20::1",
          "2001:30::1", // protocols, benchmarks, AMT, AS112, ORCHID, drone identities
          "2001:db8::1",
          "3fff::1", // documentation
          "2002:7f00:1::1",
          "2002:a9fe:a9fe::1",
          "2002:c0a8:1::1", // 6to4
          "2620:4f:8000::1", // AS112
          "5f00::1", // segment routing
          "fc00::1",
          "fd00:ec2::254",
          "fd12:3456:789a::1", // unique-local; a cloud's metadata
          "fe80::1",
          "febf::1",
          "fec0::1", // link-local, site-local
          "ff02::1",
          "ff05::1:3"); // multicast

  /** Other spellings of this machine, other schemes and ports; PORT is where the witness is. */
  private static final List<String> URLS =
      List.of(
          "http://2130706433:PORT/",
          "http://0x7f000001:PORT/",
          "http://017700000001:PORT/",
          "http://0x7f.0.0.1:PORT/",
          "http://0177.0.0.1:PORT/",
          "http://127.1:PORT/",
          "http://127.0.1:PORT/",
          "http://0:PORT/",
          "http://127.0.0.1.:PORT/",
          "http://0300.0250.0.1:PORT/",
          "http://0xa9fea9fe:PORT/",
          "http://2852039166:PORT/",
          "http://[0:0:0:0:0:0:0:1]:PORT/",
          "http://[0:0:0:0:0:ffff:7f00:0001]:PORT/",
          "http://[::1%25lo]:PORT/",
          "http://[::1%251]:PORT/",
          "http://[fe80::1%25eth0]:PORT/",
          "http://localhost:PORT/",
          "http://LOCALHOST:PORT/",
          "http://localhost.:PORT/",
          "http://a.localhost:PORT/",
          "http://ip6-localhost:PORT/",
          "http://localhost.localdomain:PORT/",
          "http://%6cocalhost:PORT/",
          "http://127.0.0.1%00.example.com:PORT/",
          "http://\uff11\uff12\uff17.\uff10.\uff10.\uff11:PORT/", // full-width digits
          "http://127\u30020\u30020\u30021:PORT/", // ideographic full stops
          "http://\u2460\u2461\u2466.0.0.1:PORT/", // circled digits
          "http://1.1.1.1@127.0.0.1:PORT/",
          "http://user:secret@1.1.1.1/",
          "http://1.1.1.1%2f@127.0.0.1:PORT/",
          "http://127.0.0.1:PORT#@1.1.1.1/",
          "http:127.0.0.1:PORT/",
          "http:///127.0.0.1:PORT/",
          "//127.0.0.1:PORT/",
          "ftp://127.0.0.1:PORT/",
          "file:///etc/passwd",
          "gopher://127.0.0.1:PORT/_GET",
          "dict://127.0.0.1:PORT/",
          "ldap://127.0.0.1:PORT/",
          "jar:http://127.0.0.1:PORT/!/a",
          "data:text/plain,a",
          "javascript:alert(1)",
          "ws://127.0.0.1:PORT/",
          "netdoc:///etc/passwd",
          "http://1.1.1.1:0/",
          "http://1.1.1.1:22/",
          "http://1.1.1.1:25/",
          "http://1.1.1.1:2375/",
          "http://1.1.1.1:3306/",
          "http://1.1.1.1:5432/",
          "http://1.1.1.1:6379/",
          "http://1.1.1.1:6443/",
          "http://1.1.1.1:9200000/",
          "http://1.1.1.1:10250/",
          "http://1.1.1.1:11211/",
          "http://1.1.1.1:27017/");

  @AfterAll
  static void close() {
    EGRESS.close();
    WITNESS.close();
  }

  static List<String> urls() {
    var port = String.valueOf(WITNESS.port());
    var urls = new ArrayList<String>();
    V4.forEach(host -> urls.add("http://%s:%s/".formatted(host, port)));
    V6.forEach(host -> urls.add("http://[%s]:%s/".formatted(host, port)));
    URLS.forEach(url -> urls.add(url.replace("PORT", port)));
    return urls;
  }

  /** Each once more as https, for what has a host of its own. */
  static Stream<String> both() {
    return urls().stream()
        .flatMap(
            url ->
                url.startsWith("http://[")
                    ? Stream.of(url, url.replace("http:", "https:"))
                    : Stream.of(url));
  }

  @Test
  void the_table_is_long() {
    assertThat(urls()).hasSizeGreaterThan(120).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("both")
  void a_hostile_address_is_refused_before_a_byte_is_sent(String url) {
    int before = WITNESS.accepted();

    assertThat(EGRESS.call(Calls.get(URI.create(url))))
        .isInstanceOfSatisfying(HttpResult.NotSent.class, HostileUrlTest::refused);
    assertThat(WITNESS.accepted()).isEqualTo(before);
  }

  @ParameterizedTest
  @MethodSource("urls")
  void a_redirect_there_is_not_followed(String url) {
    if (url.startsWith("//")) {
      return; // on the scheme of who redirects it is an address like others
    }
    int before = WITNESS.accepted();
    try (var peer =
        LoopbackPeer.on(
            new byte[] {127, 0, 0, 5},
            c -> {
              c.request();
              c.redirect(302, URI.create(url).toASCIIString());
            })) {
      var first = URI.create("http://%s:%d/".formatted(OURS, peer.port()));

      var result = EGRESS.call(Calls.following(3, Calls.get(first)));
      if (result instanceof HttpResult.Lost lost) {
        assertThat(lost.reason()).startsWith("after a redirect: ").doesNotContain("connection");
      } else { // what can't be resolved against the first address is answered as it came
        assertThat(result)
            .isInstanceOfSatisfying(
                HttpResult.Answered.class, a -> assertThat(a.status()).isEqualTo(302));
      }
      assertThat(peer.heads()).hasSize(1);
      assertThat(WITNESS.accepted()).isEqualTo(before);
    }
  }

  @Test
  void a_name_that_moves_between_two_requests_is_refused_the_second_time() throws Exception {
    int before = WITNESS.accepted();
    try (var peer = LoopbackPeer.on(new byte[] {127, 0, 0, 5}, c -> c.answer(200, c.request()))) {
      var names =
          new FixedNames(InetAddress.getByName(OURS)).then(InetAddress.getByName("127.0.0.1"));
      var egress = new GuardedEgress(EgressSettings.allowing(OURS + "/32"), names);
      try {
        var uri = URI.create("http://moving.example:%d/".formatted(peer.port()));
        assertThat(egress.call(Calls.fresh(Calls.get(uri))))
            .isInstanceOf(HttpResult.Answered.class);
        assertThat(names.asked()).isEqualTo(1); // what was checked is what was connected to
        assertThat(egress.call(Calls.fresh(Calls.get(uri))))
            .isInstanceOfSatisfying(
                HttpResult.NotSent.class, n -> assertThat(n.guarded()).isTrue());
      } finally {
        egress.close();
      }
    }
    assertThat(WITNESS.accepted()).isEqualTo(before);
  }

  static Stream<List<String>> mixed() {
    return Stream.of(
        List.of(OURS, "127.0.0.1"),
        List.of("127.0.0.1", OURS),
        List.of(OURS, "::1"),
        List.of("1.1.1.1", "169.254.169.254"),
        List.of("2606:4700:4700::1111", "fd00:ec2::254"),
        List.of("1.1.1.1", "64:ff9b::7f00:1"));
  }

  @ParameterizedTest
  @MethodSource("mixed")
  void a_name_with_one_hostile_answer_is_refused(List<String> answers) throws Exception {
    var addresses = new InetAddress[answers.size()];
    for (int i = 0; i < addresses.length; i++) {
      addresses[i] = InetAddress.getByName(answers.get(i));
    }
    int before = WITNESS.accepted();
    var egress =
        new GuardedEgress(EgressSettings.allowing(OURS + "/32"), new FixedNames(addresses));
    try {
      var uri = URI.create("http://mixed.example:%d/".formatted(WITNESS.port()));
      assertThat(egress.call(Calls.get(uri)))
          .isInstanceOfSatisfying(HttpResult.NotSent.class, n -> assertThat(n.guarded()).isTrue());
    } finally {
      egress.close();
    }
    assertThat(WITNESS.accepted()).isEqualTo(before);
  }

  /** By the guard, or since such a name means nothing; never since nobody was there to answer. */
  private static void refused(HttpResult.NotSent result) {
    if (!result.guarded()) {
      assertThat(result.reason()).isEqualTo("the host has no address");
    }
  }
}
