package io.ganglion.addition;

import io.ganglion.kernel.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a description that was read anew says otherwise. Pure.
 *
 * @param added actions that are new
 * @param changed actions whose schema, wire form or hints are other ones
 * @param removed actions that are there no more
 * @param credentials whether other credentials are asked for
 * @param after the offers as they will be once this is confirmed
 * @param digest stands for all of it
 */
public record Changes(
    List<String> added,
    List<String> changed,
    List<String> removed,
    boolean credentials,
    List<Offer> after,
    String digest) {
  private static final String GONE = "its description has it no more";

  public Changes {
    added = List.copyOf(added);
    changed = List.copyOf(changed);
    removed = List.copyOf(removed);
    after = List.copyOf(after);
  }

  /**
   * Compares. An operation keeps its name and the tenant's words; where it is another one than it
   * was, its retry class and its undo are to be said anew.
   */
  static Changes of(Addition addition, Draft draft) {
    var before = addition.offers();
    var read = draft.offers();
    Map<String, Offer> known = new LinkedHashMap<>();
    var names = new HashSet<String>();
    before.forEach(
        offer -> {
          known.put(offer.wire().key(), offer);
          names.add(offer.name());
        });
    var fresh = new Identifiers(names);
    Map<String, Offer> after = new LinkedHashMap<>(known);
    var added = new ArrayList<String>();
    var changed = new ArrayList<String>();
    var removed = new ArrayList<String>();
    var seen = new HashSet<String>();
    for (var offer : read) {
      var key = offer.wire().key();
      seen.add(key);
      var old = known.get(key);
      if (old == null) {
        var named = offer.named(fresh.of(offer.name()));
        after.put(key, named);
        added.add(named.name());
      } else if (same(old, offer)) {
        after.put(key, offer.named(old.name()).saying(old.words()));
      } else {
        after.put(key, offer.named(old.name()).saying(Words.NONE));
        changed.add(old.name());
      }
    }
    for (var offer : before) {
      if (!seen.contains(offer.wire().key())) {
        after.put(offer.wire().key(), offer.gone(GONE));
        if (offer.missing().isEmpty()) {
          removed.add(offer.name());
        }
      }
    }
    return new Changes(
        added,
        changed,
        removed,
        !addition.schemes().equals(draft.schemes()),
        List.copyOf(after.values()),
        digest(after, draft.schemes()));
  }

  private static boolean same(Offer old, Offer read) {
    return old.wire().toJson().equals(read.wire().toJson())
        && old.input().equals(read.input())
        && old.claim() == read.claim()
        && old.missing().equals(read.missing());
  }

  private static String digest(Map<String, Offer> after, List<Scheme> schemes) {
    var all = Json.object();
    var asked = all.putArray(" schemes"); // no operation's key begins with a space
    schemes.forEach(scheme -> asked.add(scheme.toJson()));
    after.forEach(
        (key, offer) ->
            all.putArray(key)
                .add(offer.name())
                .add(offer.title())
                .add(offer.input())
                .add(offer.wire().toJson())
                .add(offer.missing().orElse("")));
    return Json.hash(all);
  }

  /** Whether anything is other than it was. */
  public boolean any() {
    return credentials || !added.isEmpty() || !changed.isEmpty() || !removed.isEmpty();
  }
}
