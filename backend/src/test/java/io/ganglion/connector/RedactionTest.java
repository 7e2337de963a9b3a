package io.ganglion.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ganglion.egress.Origin;
import io.ganglion.kernel.Json;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class RedactionTest {
  private static final String SECRET = "hunter2-hunter2";
  private final Credentials credentials = new Credentials(Json.object().put("token", SECRET));
  private final Session session =
      new Session(URI.create("https://api.example/" + "v1"), "p", credentials, Origin.TENANT);

  @Test
  void nothing_that_carries_a_secret_shows_it_as_text() {
    var query = Query.of("token", SECRET);
    var call =
        PlatformCall.of(session, "POST", "/a?" + query.text(), Duration.ofSeconds(1))
            .bearer(SECRET)
            .form(query);
    assertThat("%s %s %s %s %s".formatted(credentials, session, query, call, call.http()))
        .doesNotContain(SECRET);
  }

  @Test
  void a_missing_credential_is_named_and_no_other_is_shown() {
    assertThatThrownBy(() -> credentials.text("key"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("key")
        .hasMessageNotContaining(SECRET);
  }

  @Test
  void a_member_that_is_no_secret_is_told_and_the_others_are_not() {
    var values = Json.object().put("user", "ada.example.com").put("password", SECRET);
    var open = new Credentials(values).telling(java.util.Set.of("user"));
    assertThat(open.hide("ada.example.com has " + SECRET))
        .isEqualTo("ada.example.com has [redacted]");
    assertThat(open.with("token", "another-secret").hide("ada.example.com, another-secret"))
        .isEqualTo("ada.example.com, [redacted]");
    assertThat(new Credentials(values).hide("ada.example.com")).isEqualTo("[redacted]");
  }

  @Test
  void nested_secrets_are_blotted_and_short_words_are_not() {
    var values = Json.object().put("user", "bob");
    values.putObject("inner").put("key", SECRET);
    var said = Json.object().put("said", "bob says " + SECRET);
    said.putArray("list").add(SECRET + SECRET);
    assertThat(new Credentials(values).hide(said).toString())
        .isEqualTo("{\"said\":\"bob says [redacted]\",\"list\":[\"[redacted][redacted]\"]}");
  }
}
