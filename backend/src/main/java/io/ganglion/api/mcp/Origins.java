package io.ganglion.api.mcp;

import io.ganglion.mcp.McpConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Which web pages may call: a page of somebody else's must not reach a server beside a browser. */
@ApplicationScoped
class Origins {
  private final Set<String> allowed = new HashSet<>();

  Origins(McpConfig config, @ConfigProperty(name = "ganglion.public.url") URI publicUrl) {
    allowed.add(publicUrl.getScheme() + "://" + publicUrl.getRawAuthority());
    config.origins().orElse(List.of()).forEach(one -> allowed.add(one.toLowerCase(Locale.ROOT)));
  }

  /** Programs send none. */
  boolean allows(@Nullable List<String> sent) {
    return sent == null
        || (sent.size() == 1 && allowed.contains(sent.getFirst().toLowerCase(Locale.ROOT)));
  }
}
