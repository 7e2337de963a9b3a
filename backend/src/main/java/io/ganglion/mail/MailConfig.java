package io.ganglion.mail;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.net.URI;

/** What mails say of this installation. */
@ConfigMapping(prefix = "ganglion.public")
interface MailConfig {
  /** Where people reach the dashboard; links in mails start with it. */
  @WithName("url")
  @WithDefault("http://127.0.0.1:7600")
  URI url();
}
