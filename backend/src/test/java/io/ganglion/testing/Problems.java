package io.ganglion.testing;

/** What tests say about problem documents. */
public final class Problems {
  private Problems() {}

  /** The document without what differs from request to request. */
  public static String withoutTrace(String problem) {
    return problem.replaceAll("\"trace_id\":\"[0-9a-f]{32}\"", "");
  }
}
