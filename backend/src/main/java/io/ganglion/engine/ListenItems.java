package io.ganglion.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import io.ganglion.bus.CloudEvent;
import io.ganglion.workflow.Task;
import java.util.Map;

/** What a listen task makes of each event it consumes: as it is read, and through its foreach. */
final class ListenItems {
  private final Interpreter interpreter;

  ListenItems(Interpreter interpreter) {
    this.interpreter = interpreter;
  }

  JsonNode process(Visit visit, Task.Listen task, CloudEvent event, int index) {
    var item =
        switch (task.read()) {
          case DATA -> event.data();
          case ENVELOPE -> event.envelope();
          case RAW -> event.raw();
        };
    return task.foreach().map(each -> each(visit, each, item, index)).orElse(item);
  }

  /** The tasks' input is the item; what they leave goes through the iterator's own output. */
  private JsonNode each(Visit visit, Task.Each each, JsonNode item, int index) {
    var frame = visit.frame().with(each.item(), item).with(each.at(), IntNode.valueOf(index));
    var around = visit.within(frame);
    var path = visit.position() + "[" + index + "]/foreach/do";
    var raw =
        each.tasks()
            .map(tasks -> interpreter.list(visit.walk(), tasks, path, frame, item))
            .orElse(item);
    var output = Interpreter.transform(around, each.output(), raw);
    interpreter.check(around, each.output(), output, "foreach.output");
    each.export()
        .transform()
        .ifPresent(
            as -> frame.context().set(around.evaluate(as, output, Map.of("output", output))));
    interpreter.check(around, each.export(), frame.context().get(), "foreach.export");
    return output;
  }
}
