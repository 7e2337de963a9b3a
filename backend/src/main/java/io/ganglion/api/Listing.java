package io.ganglion.api;

import io.ganglion.identity.Caller;
import io.ganglion.kernel.InvalidRequest;
import io.ganglion.kernel.Page;
import io.ganglion.kernel.TenantId;
import jakarta.enterprise.inject.spi.CDI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list, as callers see it.
 *
 * @param nextCursor to be passed as {@code cursor} for the page after this one; null at the end
 */
public record Listing<T>(
    List<T> data,
    @Schema(description = "Pass it as cursor for the next page; null at the end")
        @Nullable String nextCursor) {
  public Listing {
    data = List.copyOf(data);
  }

  /**
   * What a caller asked for.
   *
   * @throws InvalidRequest if the limit is no number from 1 to 100, or the cursor not one of ours
   */
  public static Page.Request request(@Nullable String limit, @Nullable String cursor) {
    int size = Page.DEFAULT_LIMIT;
    if (limit != null) {
      try {
        size = Integer.parseInt(limit);
      } catch (NumberFormatException e) {
        size = 0; // refused below, with the right words
      }
    }
    var opened = Optional.ofNullable(cursor).map(text -> Cursor.open(tenant(), text));
    return new Page.Request(size, opened);
  }

  /** Reads what a cursor holds. */
  public static <C> C cursor(String opened, Function<String, C> read) {
    try {
      return read.apply(opened);
    } catch (IllegalArgumentException e) {
      throw Cursor.refused();
    }
  }

  /** A feature's page in the words of the wire. */
  public static <A, T> Listing<T> of(Page<A> page, Function<? super A, ? extends T> view) {
    return new Listing<>(
        page.data().stream().<T>map(view).toList(),
        page.next().map(text -> Cursor.seal(tenant(), text)).orElse(null));
  }

  /** Lists of no tenant, the operator's and those for everybody, have cursors of nobody. */
  private static TenantId tenant() {
    var caller = CDI.current().select(Caller.class).get();
    return caller.known() ? caller.tenant() : TenantId.NOBODY;
  }

  /**
   * What a list is narrowed by; empty: by nothing.
   *
   * @param parameter its pointer, e.g. {@code /run}
   * @throws InvalidRequest if it is no identifier of that kind
   */
  public static <I> Optional<I> narrowed(
      String parameter, @Nullable String text, Function<String, I> read) {
    try {
      return Optional.ofNullable(text).map(read);
    } catch (IllegalArgumentException e) {
      throw new InvalidRequest(parameter, "send an identifier as the API writes it");
    }
  }
}
