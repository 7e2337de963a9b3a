package io.ganglion.engine;

import com.fasterxml.jackson.databind.JsonNode;

/** Walks the workflow's own list of tasks, from a checkpoint where the run has one. */
final class TopList {
  static final String PATH = "/do";

  private final Interpreter interpreter;

  TopList(Interpreter interpreter) {
    this.interpreter = interpreter;
  }

  JsonNode walk(Walk walk, Frame frame, JsonNode input) {
    var tasks = walk.definition().tasks();
    var compaction = walk.compaction();
    var resume = compaction.begin(walk, frame);
    var data = resume.map(Resume::data).orElse(input);
    int next = resume.map(Resume::task).orElse(0);
    while (next < tasks.size()) {
      int now = next;
      compaction.at(now, tasks.get(now), data, frame);
      var result = interpreter.task(walk, tasks.get(now), PATH + "/" + now, frame, data);
      data = result.output();
      next = Interpreter.next(tasks, now, result);
      if (next <= now) {
        compaction.jumped(walk, next, tasks.get(next), data, frame);
      }
    }
    return data;
  }
}
