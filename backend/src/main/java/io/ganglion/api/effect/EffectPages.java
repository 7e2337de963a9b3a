package io.ganglion.api.effect;

import io.ganglion.api.Listing;
import io.ganglion.effect.EffectState;
import io.ganglion.effect.EffectStore;
import io.ganglion.kernel.EffectId;
import io.ganglion.kernel.RunId;
import io.ganglion.kernel.TenantId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pages of the ledger. */
public final class EffectPages {
  private static final int CHUNK = 1000;

  /** A receipt shows no more effects than this; the list has them all. */
  private static final int MOST = 10_000;

  private EffectPages() {}

  public static Listing<EffectView> of(
      TenantId tenant,
      EffectStore effects,
      @Nullable RunId run,
      @Nullable EffectState state,
      @Nullable String limit,
      @Nullable String cursor) {
    var request = Listing.request(limit, cursor);
    var after = request.cursor().map(at -> Listing.cursor(at, EffectId::fromString)).orElse(null);
    return Listing.of(effects.list(tenant, run, state, request.limit(), after), EffectView::of);
  }

  /** All effects of a run, for its receipt. */
  public static List<EffectView> all(TenantId tenant, EffectStore effects, RunId run) {
    var all = new ArrayList<EffectView>();
    EffectId after = null;
    while (all.size() < MOST) {
      var page = effects.list(tenant, run, null, CHUNK, after);
      page.data().forEach(effect -> all.add(EffectView.of(effect)));
      if (page.next().isEmpty()) {
        break;
      }
      after = EffectId.fromString(page.next().get());
    }
    return all;
  }
}
