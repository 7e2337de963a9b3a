package io.ganglion.move;

/** What a move does next. Each may be cut off and done again. */
sealed interface Step {
  /** The tenant is told to come to rest; nothing was changed before. */
  record Begin() implements Step {}

  /** Waits until nothing is in flight. */
  record Pause() implements Step {}

  /** Waits until no worker has a run, and seals the tenant. */
  record Drain() implements Step {}

  /** Copies all rows, in one transaction of the destination. */
  record Copy() implements Step {}

  /** Compares, and lets the source let go. */
  record Switch() implements Step {}

  /** Lets the destination use its copy. */
  record Open() implements Step {}

  /** Deletes what the source still has of a tenant that lives in the destination. */
  record Clear() implements Step {}

  /** It is done. */
  record Nothing() implements Step {}

  /** It can't be done, and why. */
  record Refuse(String why) implements Step {}

  /** Pure: by what both cells have. */
  static Step next(Standing from, Standing to) {
    if (from.cell().equals(to.cell())) {
      return new Refuse("both cells are one database");
    }
    if (!from.there()) {
      return new Refuse("the source has no such tenant");
    }
    if (from.way().isEmpty()) {
      return begin(from, to);
    }
    var way = from.way().get();
    if (way.stage() == Stage.ARRIVING) {
      return new Refuse(
          "the source has an unfinished copy of the tenant, which another move made: end that first");
    }
    if (!way.cell().equals(to.cell())) {
      return new Refuse(
          from.away()
              ? "the tenant has moved to another cell than this destination"
              : "the tenant is on its way to another cell than this destination: end that move, or take it back by --abort");
    }
    return switch (way.stage()) {
      case PAUSING -> new Pause();
      case DRAINING -> new Drain();
      case SEALED -> sealed(from, way, to);
      case LEFT, GONE -> left(way, to);
      case ARRIVING -> throw new IllegalStateException("told above");
    };
  }

  private static Step begin(Standing from, Standing to) {
    if (to.lives()) {
      return new Refuse("the destination has a tenant of that identifier, which lives there");
    }
    return mayReplace(from, to)
        ? new Begin()
        : new Refuse("the destination is busy with another move of the tenant: end that first");
  }

  private static Step sealed(Standing from, Standing.Way way, Standing to) {
    if (to.copyOf(way)) {
      return new Switch();
    }
    return mayReplace(from, to)
        ? new Copy()
        : new Refuse(
            "the destination has the tenant by another way: take this move back by --abort");
  }

  private static Step left(Standing.Way way, Standing to) {
    if (to.copyOf(way)) {
      return new Open();
    }
    if (to.there() && !to.is(Stage.ARRIVING)) {
      return way.stage() == Stage.LEFT && to.lives() ? new Clear() : new Nothing();
    }
    return new Refuse(
        "the tenant has moved, and the destination does not have it: was it restored to an earlier moment?");
  }

  /** What the tenant left behind when it moved away once, and copies that were given up. */
  private static boolean mayReplace(Standing from, Standing to) {
    return !to.there()
        || to.away()
        || (to.is(Stage.ARRIVING) && to.way().orElseThrow().cell().equals(from.cell()));
  }
}
