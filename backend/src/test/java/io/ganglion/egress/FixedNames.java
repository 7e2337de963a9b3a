package io.ganglion.egress;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;

/** A name server of a test: gives its answers in turn, the last one for ever. */
final class FixedNames implements DnsResolver {
  private final List<InetAddress[]> answers = new ArrayList<>();
  private int asked;

  FixedNames(InetAddress... answer) {
    answers.add(answer);
  }

  synchronized FixedNames then(InetAddress... answer) {
    answers.add(answer);
    return this;
  }

  synchronized int asked() {
    return asked;
  }

  @Override
  public synchronized InetAddress[] resolve(String host) {
    return answers.get(Math.min(asked++, answers.size() - 1));
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }
}
