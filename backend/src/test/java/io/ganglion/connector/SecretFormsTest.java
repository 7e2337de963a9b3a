package io.ganglion.connector;

import static org.assertj.core.api.Assertions.assertThat;

import io.ganglion.kernel.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("unit")
class SecretFormsTest {
  private static String hidden(String secret, String text) {
    return new Credentials(Json.object().put("token", secret)).hide(text);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"hunter2", "p+/=&\\\"% é-and more", "0123456789abcdef", "ünïcödé"})
  void a_secret_is_found_however_it_is_encoded(String secret) {
    var query = URLEncoder.encode(secret, StandardCharsets.UTF_8);
    for (var around : List.of("", "a", "ab", "abc")) {
      var all = bytes(around + secret + around);
      for (var text :
          List.of(
              around + secret + around,
              Json.object().put("a", secret).toString(),
              query,
              query.toLowerCase(java.util.Locale.ROOT).equals(query)
                  ? query
                  : query.replace("+", "%20"),
              HexFormat.of().formatHex(all),
              HexFormat.of().withUpperCase().formatHex(all),
              Base64.getEncoder().encodeToString(all),
              Base64.getUrlEncoder().withoutPadding().encodeToString(all),
              Base64.getEncoder().encodeToString(bytes(around + query + "&b=c")))) {
        assertThat(hidden(secret, text)).as(text).contains("[redacted]");
      }
    }
  }

  @Test
  void a_secret_that_is_a_piece_of_another_leaves_none_of_it_behind() {
    var pair = Json.object().put("password", "hunter22").put("header", "dGVhOmh1bnRlcjIy");
    assertThat(new Credentials(pair).hide("Basic dGVhOmh1bnRlcjIy")).isEqualTo("Basic [redacted]");
  }

  @Test
  void what_stands_around_stays() {
    assertThat(hidden("hunter2", "ask for hunter2, says hunter3"))
        .isEqualTo("ask for [redacted], says hunter3");
  }

  @Test
  void an_error_is_cut_after_its_secrets_were_hidden() {
    var secret = "s".repeat(40);
    var body = Json.object().put("detail", "x".repeat(180) + secret).toString();
    assertThat(ErrorText.of(bytes(body), new Credentials(Json.object().put("token", secret))))
        .doesNotContain("ss");
  }
}
