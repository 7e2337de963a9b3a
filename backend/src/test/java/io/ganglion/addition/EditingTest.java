package io.ganglion.addition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ganglion.connector.Outcome;
import io.ganglion.connector.RetryClass;
import io.ganglion.connector.UndoClass;
import io.ganglion.kernel.InvalidRequest;
import io.ganglion.kernel.Json;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("unit")
class EditingTest {
  private static final Words.Undo DELETES =
      new Words.Undo(UndoClass.REVERSIBLE, "deleteItem", Map.of("itemId", "/output/id"));

  private static Edit.OfAction keyed(String header) {
    return new Edit.OfAction(
        Optional.empty(), Optional.empty(), Optional.of(header), Optional.empty());
  }

  private static Edit.OfAction classed(RetryClass retry) {
    return new Edit.OfAction(
        Optional.empty(), Optional.of(retry), Optional.empty(), Optional.empty());
  }

  private static Edit.OfAction undone(Words.Undo undo) {
    return new Edit.OfAction(
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(Optional.of(undo)));
  }

  private static final Edit.OfAction OFF =
      new Edit.OfAction(Optional.of(false), Optional.empty(), Optional.empty(), Optional.empty());

  @Test
  void a_header_that_the_api_dedupes_by_makes_a_post_idempotent() {
    var offer = Shop.saying("addItem", keyed("Idempotency-Key")).offer("addItem").orElseThrow();
    assertThat(offer.retryClass()).isEqualTo(RetryClass.IDEMPOTENT);
    assertThat(offer.frozen().path("idempotency_header").asText()).isEqualTo("Idempotency-Key");
  }

  @Test
  void what_is_switched_off_is_no_action_any_more() {
    var addition = Shop.saying("addItem", OFF);
    assertThat(addition.manifest().actions()).doesNotContainKey("addItem");
    assertThat(addition.offer("addItem")).as("for effects on record").isPresent();
  }

  @Test
  void an_undo_takes_its_arguments_out_of_what_landed() {
    var offer = Shop.saying("addItem", undone(DELETES)).offer("addItem").orElseThrow();
    assertThat(offer.undoClass()).isEqualTo(UndoClass.REVERSIBLE);
    var landed = new Outcome.Landed(Json.read("{\"id\":7}"), "7", Optional.empty());
    assertThat(DELETES.of(Json.object(), landed)).isEqualTo(Json.read("{\"itemId\":7}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Authorization", "Content-Length", "a b", "x:y", "Host"})
  void no_header_is_taken_that_others_fill(String header) {
    assertThatThrownBy(() -> Shop.saying("addItem", keyed(header)))
        .isInstanceOf(InvalidRequest.class);
  }

  @Test
  void words_that_contradict_each_other_are_refused() {
    assertThatThrownBy(() -> Shop.saying("addItem", classed(RetryClass.RECONCILABLE)))
        .hasMessageContaining("nothing here can be looked up");
    assertThatThrownBy(
            () ->
                Shop.saying(
                    "addItem",
                    new Edit.OfAction(
                        Optional.empty(),
                        Optional.of(RetryClass.BLIND),
                        Optional.of("Idempotency-Key"),
                        Optional.empty())))
        .hasMessageContaining("idempotency header is idempotent");
    assertThatThrownBy(() -> Shop.saying("listItems", undone(DELETES)))
        .hasMessageContaining("nothing to take back");
    assertThatThrownBy(
            () ->
                Shop.saying(
                    "addItem",
                    undone(new Words.Undo(UndoClass.REVERSIBLE, "deleteItem", Map.of()))))
        .hasMessageContaining("itemId of deleteItem");
    assertThatThrownBy(() -> Shop.saying("nothing", OFF)).hasMessageContaining("no action");
  }

  @Test
  void an_action_that_takes_another_back_can_t_be_switched_off_before() {
    var undoing = Shop.saying("addItem", undone(DELETES));
    var off =
        new Edit(Optional.empty(), Optional.empty(), Optional.empty(), Map.of("deleteItem", OFF));
    assertThatThrownBy(() -> Editing.edited(undoing, off)).hasMessageContaining("/undo/action");
  }

  @Test
  void only_an_action_that_reads_without_arguments_tells_who_it_is() {
    var by = new Addition.Identity("addItem", "/id");
    var edit = new Edit(Optional.empty(), Optional.empty(), Optional.of(Optional.of(by)), Map.of());
    assertThatThrownBy(() -> Editing.edited(Shop.addition(), edit))
        .hasMessageContaining("pure and needs no arguments");
  }

  @Test
  void a_document_read_anew_keeps_names_and_words_of_what_is_the_same() {
    var before = Shop.saying("addItem", keyed("Idempotency-Key"));
    var read =
        Shop.read(
            Shop.DOCUMENT
                .replace("operationId: addItem", "operationId: createItem")
                .replace("{name: page, in: query", "{name: offset, in: query")
                .replace("/me:", "/self:"));
    var changes = Changes.of(before, read);
    assertThat(changes.added()).containsExactly("me2");
    assertThat(changes.changed()).containsExactly("listItems");
    assertThat(changes.removed()).containsExactly("me");
    var after = before.with(changes.after());
    assertThat(after.offer("addItem").orElseThrow().words().idempotencyHeader()).isPresent();
    assertThat(after.offer("me").orElseThrow().offered()).isFalse();
    assertThat(Changes.of(after, read).any()).isFalse();
  }

  @Test
  void a_post_that_changed_is_blind_again() {
    var before = Shop.saying("addItem", keyed("Idempotency-Key"));
    var read = Shop.read(Shop.DOCUMENT.replace("maxLength: 40", "maxLength: 41"));
    var changes = Changes.of(before, read);
    assertThat(changes.changed()).containsExactly("addItem", "putItem");
    var after = before.with(changes.after()).offer("addItem").orElseThrow();
    assertThat(after.retryClass()).isEqualTo(RetryClass.BLIND);
  }

  @Test
  void credentials_are_asked_for_anew_before_they_go_to_another_server() {
    var shop = Shop.addition();
    assertThat(moved("https://eu.shop.example/v2").leadsElsewhere(shop)).isFalse();
    assertThat(moved("https://evil.example/v1").leadsElsewhere(shop)).isTrue();
    assertThat(moved("http://eu.shop.example/v1").leadsElsewhere(shop)).isTrue();
    var other = Shop.read(Shop.DOCUMENT.replace("X-Shop-Key", "X-Other-Key"));
    assertThat(Changes.of(shop, other).credentials()).isTrue();
  }

  private static Addition moved(String address) {
    return Editing.edited(
        Shop.addition(),
        new Edit(Optional.empty(), Optional.of(URI.create(address)), Optional.empty(), Map.of()));
  }
}
