package io.ganglion.connector;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("it")
@QuarkusTest
class ShippedCatalogueTest {
  @Inject Catalogue catalogue;

  @Test
  void the_running_application_offers_every_connector() {
    assertThat(catalogue.shipped())
        .extracting(Manifest::name)
        .contains(
            "alpaca",
            "anthropic",
            "binance",
            "bluesky",
            "discord",
            "evm",
            "http",
            "image",
            "imgflip",
            "instagram",
            "kraken",
            "model",
            "replicate",
            "slack",
            "smtp",
            "solana",
            "telegram",
            "x");
    assertThat(catalogue.shipped("x")).isPresent();
  }
}
