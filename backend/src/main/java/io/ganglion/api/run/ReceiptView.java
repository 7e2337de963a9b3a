package io.ganglion.api.run;

import io.ganglion.api.effect.EffectView;
import io.ganglion.kernel.RunId;
import io.ganglion.run.Receipt;
import io.ganglion.run.Run;
import io.ganglion.run.RunState;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A run's receipt: what it did, what it held, what state it saw. */
@Schema(name = "Receipt")
public record ReceiptView(
    RunId run,
    @Schema(
            description =
                "The run whose family this one is of. Its receipt has the holds, the depth and the charge of the whole"
                    + " family, a system that several members held at once counted once; those of its sub-runs have"
                    + " their own holds and no charge.")
        RunId root,
    RunState state,
    boolean coherent,
    @Schema(description = "The most weight open at one instant") int depthPeak,
    @Schema(description = "Time-weighted, while at least one hold is open") double depthMean,
    @Schema(description = "The most distinct platforms at one instant") int breadthPeak,
    double breadthMean,
    List<EffectView> effects,
    List<Receipt.EntryVersion> stateRead,
    List<Receipt.EntryVersion> stateWritten,
    @Schema(description = "Entries that compensation put back, with the version that did")
        List<Receipt.EntryVersion> stateRestored,
    @Schema(description = "Entries it left, since somebody wrote them after the run")
        List<Receipt.EntryVersion> stateKept,
    List<Receipt.Held> holds,
    Charge charge) {

  /**
   * What is billable of the holds. The laboratory, compensation and the time in which only the
   * platform failed are zero-rated.
   *
   * @param depthMs the integral of depth: weight × milliseconds, 3,600,000 to a CU-hour
   * @param billableDepthMs of it, what is billed
   */
  @Schema(name = "Charge")
  public record Charge(long depthMs, long billableDepthMs) {}

  static ReceiptView of(Run of, Receipt receipt, List<EffectView> effects) {
    var run = RunView.of(of);
    var depth = receipt.depth();
    boolean root = of.root().equals(of.id());
    var charge = root ? new Charge(depth.depthMs(), receipt.billableDepthMs()) : new Charge(0, 0);
    return new ReceiptView(
        of.id(),
        of.root(),
        run.state(),
        run.coherent(),
        depth.depthPeak(),
        rounded(depth.depthMean()),
        depth.breadthPeak(),
        rounded(depth.breadthMean()),
        effects,
        receipt.read(),
        receipt.written(),
        receipt.restored(),
        receipt.kept(),
        receipt.holds(),
        charge);
  }

  private static double rounded(double mean) {
    return Math.round(mean * 1000) / 1000.0;
  }
}
