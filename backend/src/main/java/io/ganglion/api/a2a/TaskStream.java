package io.ganglion.api.a2a;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.a2a.A2aConfig;
import io.ganglion.kernel.Json;
import io.ganglion.run.RunState;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;

/** Tells what happens to a task as it happens, from what is on record: any process can go on. */
@ApplicationScoped
class TaskStream {
  private static final Duration LOOK = Duration.ofMillis(250);

  /** Looks between two signs of life on a quiet stream. */
  private static final int QUIET = 60;

  private final Tasks tasks;
  private final A2aConfig config;
  private final Semaphore streams;

  TaskStream(Tasks tasks, A2aConfig config) {
    this.tasks = tasks;
    this.config = config;
    this.streams = new Semaphore(config.waiters());
  }

  /**
   * The task as it is, then each change of its status, what came of it, and its end. Where too many
   * follow already, the task alone.
   */
  void follow(Tasks.Standing from, JsonNode id, OutputStream out) throws IOException {
    boolean follows = streams.tryAcquire();
    try {
      var standing = from;
      var task = Json.object();
      task.set("task", TaskView.of(standing.task(), standing.run(), true, true));
      send(out, id, task);
      var told = TaskView.status(standing.task(), standing.run()).without("timestamp");
      long end = System.nanoTime() + config.stream().toNanos();
      for (int i = 1; follows && !standing.state().terminal() && System.nanoTime() < end; i++) {
        LockSupport.parkNanos(LOOK.toNanos());
        standing = tasks.again(standing);
        var now = TaskView.status(standing.task(), standing.run()).without("timestamp");
        if (!now.equals(told)) {
          told = now;
          change(out, id, standing);
        } else if (i % QUIET == 0) {
          write(out, ":\n\n");
        }
      }
    } finally {
      if (follows) {
        streams.release();
      }
    }
  }

  private static void change(OutputStream out, JsonNode id, Tasks.Standing standing)
      throws IOException {
    if (standing.run().state() == RunState.SUCCEEDED) {
      send(out, id, TaskView.artifactUpdate(standing.task(), standing.run()));
    }
    send(out, id, TaskView.statusUpdate(standing.task(), standing.run()));
  }

  private static void send(OutputStream out, JsonNode id, JsonNode result) throws IOException {
    write(out, "data: " + Json.write(response(id, result)) + "\n\n");
  }

  static JsonNode response(JsonNode id, JsonNode result) {
    var response = Json.object().put("jsonrpc", "2.0");
    response.set("id", id);
    response.set("result", result);
    return response;
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
