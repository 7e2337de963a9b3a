package io.ganglion.egress;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Settings for tests: short limits, and the networks that may be reached. */
record EgressSettings(Optional<List<String>> allow) implements EgressConfig {
  static final int ANSWER_BYTES = 64 * 1024;

  static EgressSettings allowing(String... networks) {
    return new EgressSettings(Optional.of(List.of(networks)));
  }

  @Override
  public Duration connect() {
    return Duration.ofSeconds(2);
  }

  @Override
  public Duration setup() {
    return Duration.ofSeconds(3);
  }

  @Override
  public int answerBytes() {
    return ANSWER_BYTES;
  }

  @Override
  public int headerBytes() {
    return 4096;
  }

  @Override
  public int largeAnswers() {
    return 4;
  }

  @Override
  public int connections() {
    return 8;
  }

  @Override
  public int perHost() {
    return 8;
  }

  @Override
  public List<Integer> mailPorts() {
    return List.of(25, 465, 587);
  }

  @Override
  public List<Integer> mailboxPorts() {
    return List.of(143, 993);
  }

  @Override
  public int mails() {
    return 4;
  }

  @Override
  public Duration probeAfter() {
    return Duration.ZERO;
  }

  @Override
  public Duration idle() {
    return Duration.ofSeconds(30);
  }
}
