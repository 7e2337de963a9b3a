package io.ganglion.local;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code .ganglion/stack.json}: what scripts need to know of the running stack. It is there while a
 * stack runs.
 *
 * @param url the backend's address, without a slash at the end
 * @param apiKey a key of the demo tenant
 * @param ports by part: backend, postgres, redis
 * @param pids by part, and of the launcher while one watches
 * @param detached whether the launcher has left the stack running by itself
 */
record StackFile(
    String url,
    @Nullable String apiKey,
    Map<String, Integer> ports,
    Map<String, Long> pids,
    boolean detached) {

  static Optional<StackFile> read(StackDir dir) {
    return new PrivateFile(dir.stack()).readJson(StackFile.class);
  }

  void write(StackDir dir) {
    new PrivateFile(dir.stack()).writeJson(this);
  }

  static void delete(StackDir dir) {
    new PrivateFile(dir.stack()).delete();
  }
}
