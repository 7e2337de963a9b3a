package io.ganglion.api.event;

import io.ganglion.kernel.Problem;

/** What can be wrong with the form in which events are sent. */
final class EventProblem extends Problem {
  private static final long serialVersionUID = 1;

  private EventProblem(int status, String code, String title, String detail) {
    super(status, code, title, detail);
  }

  static EventProblem notEvents() {
    return new EventProblem(
        415,
        "unsupported_media_type",
        "Unsupported media type",
        "Send application/cloudevents+json, application/cloudevents-batch+json, or the data alone with the headers"
            + " ce-specversion, ce-id, ce-source and ce-type.");
  }
}
