package io.ganglion.approval.link;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits of links to approvals. */
@ConfigMapping(prefix = "ganglion.approval-link")
public interface LinkConfig {
  /** How long a link opens, where its maker says nothing; never longer than its approval waits. */
  @WithDefault("P3D")
  Duration valid();

  /** The longest that its maker may say. */
  @WithDefault("P7D")
  Duration longest();

  /** Links that one approval may have. */
  @WithDefault("500")
  int each();
}
