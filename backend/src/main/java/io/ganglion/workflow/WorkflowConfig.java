package io.ganglion.workflow;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Limits of what is kept of workflows in memory. */
@ConfigMapping(prefix = "ganglion.workflow")
interface WorkflowConfig {
  /** How many parsed versions a process keeps; the others are parsed again when they are wanted. */
  @WithDefault("1000")
  int cached();
}
