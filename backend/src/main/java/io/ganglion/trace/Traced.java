package io.ganglion.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/** A span under way; closing ends it. For any thread. */
public final class Traced implements AutoCloseable {
  private final Tracer tracer;
  private final Span span;

  Traced(Tracer tracer, Span span) {
    this.tracer = tracer;
    this.span = span;
  }

  /** Begins a part of it that asks another system. */
  public Traced ask(String name) {
    var parent = Context.root().with(span);
    return new Traced(
        tracer,
        tracer.spanBuilder(name).setSpanKind(SpanKind.CLIENT).setParent(parent).startSpan());
  }

  /** Whether anybody will see it: else nothing need be noted. */
  public boolean seen() {
    return span.isRecording();
  }

  /**
   * @param value is made a text where the span is seen, and only there
   */
  public Traced note(String key, Object value) {
    if (seen()) {
      span.setAttribute(key, value.toString());
    }
    return this;
  }

  public Traced count(String key, long value) {
    span.setAttribute(key, value);
    return this;
  }

  /**
   * It did not come out well.
   *
   * @param reason for people; no credentials
   */
  public void failed(String reason) {
    span.setStatus(StatusCode.ERROR, reason);
  }

  /** Its {@code traceparent}; null where there is no trace. */
  public @Nullable String text() {
    return text(span.getSpanContext());
  }

  static @Nullable String text(SpanContext context) {
    return context.isValid()
        ? "00-%s-%s-%s"
            .formatted(context.getTraceId(), context.getSpanId(), context.getTraceFlags().asHex())
        : null;
  }

  @Override
  public void close() {
    span.end();
  }
}
