package io.ganglion.kernel;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Set;

/** What this process does; {@code GANGLION_ROLES} splits one deployable into many processes. */
@ConfigMapping(prefix = "ganglion")
public interface Roles {
  String API = "api";
  String WORKER = "worker";
  String LAB = "lab";

  /** Any of {@value #API}, {@value #WORKER} and {@value #LAB}; all by default. */
  @WithDefault("api,worker,lab")
  Set<String> roles();
}
