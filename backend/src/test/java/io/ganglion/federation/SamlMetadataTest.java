package io.ganglion.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("unit")
class SamlMetadataTest {
  static String good() {
    try (InputStream in =
        Objects.requireNonNull(SamlMetadataTest.class.getResourceAsStream("/saml/idp.xml"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void what_signing_in_needs_is_read() {
    var read = SamlMetadata.parse(good(), false);
    assertThat(read.entityId()).isEqualTo("https://idp.acme.example/saml");
    assertThat(read.signInUrl()).isEqualTo("https://idp.acme.example/post");
    assertThat(read.post()).isTrue();
    assertThat(read.certificates()).hasSize(1).allMatch(text -> text.startsWith("MII"));
  }

  @Test
  void the_address_serves_where_no_form_is_taken() {
    var read = SamlMetadata.parse(good().replace("HTTP-POST", "HTTP-Artifact"), false);
    assertThat(read.signInUrl()).isEqualTo("https://idp.acme.example/redirect");
    assertThat(read.post()).isFalse();
  }

  static Stream<Arguments> bad() {
    return Stream.of(
        of("no XML", text -> "hello"),
        of("empty", text -> ""),
        of("a document type", text -> text.replace("?>", "?><!DOCTYPE a [<!ENTITY b 'c'>]>")),
        of(
            "an entity from a file",
            text ->
                text.replace("?>", "?><!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>")
                    .replace("https://idp.acme.example/saml", "&b;")),
        of("another root", text -> text.replace("EntityDescriptor", "EntitiesDescriptor")),
        of("no entity id", text -> text.replace("entityID", "id")),
        of("a service provider's", text -> text.replace("IDPSSO", "SPSSO")),
        of("no certificate", text -> text.replace("X509Certificate", "X509CRL")),
        of("a certificate for encryption alone", text -> text.replace("signing", "encryption")),
        of("a broken certificate", text -> text.replace("MII", "MIJ")),
        of("no page", text -> text.replace("SingleSignOnService", "SingleLogoutService")),
        of("pages without TLS", text -> text.replace("https://idp.acme.example/", "http://x/")),
        of(
            "a script for a page",
            text -> text.replaceAll("https://idp.acme.example/(redirect|post)", "javascript:1")),
        of("an endless entity id", text -> text.replace("/saml\"", "/" + "s".repeat(2000) + "\"")));
  }

  private static Arguments of(String what, UnaryOperator<String> spoil) {
    return Arguments.of(what, spoil);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bad")
  void anything_else_is_refused_and_says_why(String what, UnaryOperator<String> spoil) {
    assertThatThrownBy(() -> SamlMetadata.parse(spoil.apply(good()), false))
        .as(what)
        .isInstanceOf(FederationProblem.class);
  }
}
