package io.ganglion.mail;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** The mail server that the operator configured. */
@ConfigMapping(prefix = "ganglion.mail")
interface MailServer {
  @WithDefault("127.0.0.1")
  String host();

  @WithDefault("25")
  int port();

  /** Who writes. */
  @WithDefault("no-reply@localhost")
  String from();

  /** Who signs in; empty: nobody does. */
  Optional<String> user();

  Optional<String> password();

  /** TLS from the first byte on. */
  @WithDefault("false")
  boolean tls();

  /** Whether the conversation turns to TLS. */
  @WithDefault("required")
  StartTls startTls();

  /** What this host calls itself. */
  @WithDefault("localhost")
  String ownHost();

  /** How long to wait for the connection, and for each answer. */
  @WithDefault("20s")
  Duration timeout();

  /** When to turn to TLS. */
  enum StartTls {
    /** Nothing is said to a server that doesn't offer it. */
    REQUIRED,
    /** Where the server offers it. */
    OPTIONAL,
    DISABLED
  }
}
