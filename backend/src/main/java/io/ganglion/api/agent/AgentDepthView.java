package io.ganglion.api.agent;

import io.ganglion.run.AgentDepths;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How deep an agent coordinated, oldest first. */
@Schema(name = "AgentDepth")
public record AgentDepthView(
    @Schema(description = "The span's parts, one after the other") List<Point> points) {

  /**
   * One part of the span.
   *
   * @param depthMs the integral of depth: weight × milliseconds
   */
  @Schema(name = "DepthPoint")
  public record Point(
      Instant from,
      @Schema(description = "Left out of the part") Instant to,
      @Schema(description = "The most weight open at one instant") int depthPeak,
      @Schema(description = "Time-weighted, while at least one hold was open") double depthMean,
      @Schema(description = "The most distinct platforms at one instant") int breadthPeak,
      @Schema(description = "Depth-milliseconds: weight times the milliseconds it was held")
          long depthMs) {}

  static AgentDepthView of(List<AgentDepths.Point> points) {
    return new AgentDepthView(points.stream().map(AgentDepthView::point).toList());
  }

  private static Point point(AgentDepths.Point point) {
    var depth = point.depth();
    double mean = Math.round(depth.depthMean() * 1000) / 1000.0;
    return new Point(
        point.from(), point.to(), depth.depthPeak(), mean, depth.breadthPeak(), depth.depthMs());
  }
}
