package io.ganglion.workflow;

import java.nio.file.*;

public class Probe {
  public static void main(String[] a) throws Exception {
    for (var f : a) {
      long t = System.nanoTime();
      try {
        var d = Reading.parse(Files.readString(Path.of(f)));
        System.out.println(f + " OK " + d.tasks().size());
      } catch (WorkflowProblem p) {
        p.errors()
            .forEach(
                v -> System.out.println(f + " " + v.line() + " " + v.pointer() + " " + v.detail()));
      }
      System.out.println((System.nanoTime() - t) / 1000000 + " ms");
    }
  }
}
