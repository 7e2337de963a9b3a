package io.ganglion.trace;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Begins spans. */
@ApplicationScoped
public class Traces {
  private static final String HEADER = "traceparent";
  private static final TextMapGetter<Map<String, String>> GETTER =
      new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(Map<String, String> carrier) {
          return carrier.keySet();
        }

        @Override
        public @Nullable String get(@Nullable Map<String, String> carrier, String key) {
          return carrier == null ? null : carrier.get(key);
        }
      };

  private final Tracer tracer;

  Traces(OpenTelemetry telemetry) {
    tracer = telemetry.getTracer("io.ganglion");
  }

  /**
   * The request that this thread serves, as a {@code traceparent}; null where it is not traced, or
   * there is none.
   */
  public static @Nullable String current() {
    return Traced.text(Span.current().getSpanContext());
  }

  /**
   * Begins what is done within this process.
   *
   * @param parent the {@code traceparent} of what asked for it; null for a trace of its own
   */
  public Traced begin(String name, @Nullable String parent) {
    return begin(name, SpanKind.INTERNAL, parent);
  }

  /** Begins what is told to another system; else as {@link #begin(String, String)}. */
  public Traced tell(String name, @Nullable String parent) {
    return begin(name, SpanKind.PRODUCER, parent);
  }

  private Traced begin(String name, SpanKind kind, @Nullable String parent) {
    var from =
        parent == null
            ? Context.root()
            : W3CTraceContextPropagator.getInstance()
                .extract(Context.root(), Map.of(HEADER, parent), GETTER);
    return new Traced(
        tracer, tracer.spanBuilder(name).setSpanKind(kind).setParent(from).startSpan());
  }
}
