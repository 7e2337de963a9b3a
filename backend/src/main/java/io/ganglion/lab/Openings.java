package io.ganglion.lab;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Base58;
import io.ganglion.kernel.Json;
import java.security.InvalidAlgorithmParameterException;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.NoSuchProviderException;
import java.security.SecureRandom;
import java.security.interfaces.EdECPrivateKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.function.Function;
import org.web3j.crypto.Credentials;
import org.web3j.crypto.Keys;
import org.web3j.utils.Numeric;

/** New accounts, by platform. */
final class Openings {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int PRIVATE_KEY_BYTES = 32;
  private static final String BASE32 = "abcdefghijklmnopqrstuvwxyz234567";
  private static final int DID_DIGITS = 24;

  private Openings() {}

  /**
   * @param number never used before
   */
  static Opening of(Platform platform, long number) {
    return switch (platform) {
      case X -> named("1500000000" + number, "lab" + number, token("access_token"));
      case INSTAGRAM -> named("1784140" + number, "lab." + number, token("access_token"));
      case MODEL -> named("org-model-" + number, "model" + number, token("api_key"));
      case IMAGE -> named("org-image-" + number, "image" + number, token("api_key"));
      case BINANCE -> exchange(number);
      case EVM -> address();
      case BLUESKY -> bluesky(number);
      case TELEGRAM -> bot(number);
      case SOLANA -> keyPair();
      case SLACK -> workspace(number);
      case DISCORD -> server(number);
      case ANTHROPIC -> named("org-anthropic-" + number, "claude" + number, token("api_key"));
      case REPLICATE -> named("replicate" + number, "replicate" + number, token("api_token"));
      case IMGFLIP -> memes("imgflip" + number);
      case KRAKEN -> kraken(number);
      case ALPACA -> alpaca(number);
    };
  }

  private static Opening named(
      String account, String username, Function<String, ObjectNode> credentials) {
    return new Opening(account, Json.object().put("username", username), credentials);
  }

  private static Function<String, ObjectNode> token(String member) {
    return token -> Json.object().put(member, token);
  }

  /** The account is what comes after {@code did:plc:}. */
  private static Opening bluesky(long number) {
    var account = new StringBuilder();
    RANDOM
        .ints(DID_DIGITS, 0, BASE32.length())
        .forEach(digit -> account.append(BASE32.charAt(digit)));
    var username = "lab" + number;
    return new Opening(
        account.toString(),
        Json.object().put("username", username),
        token ->
            Json.object().put("identifier", username + ".lab.test").put("app_password", token));
  }

  /** A bot's token begins with its number. */
  private static Opening bot(long number) {
    var id = "7" + number;
    return new Opening(
        id,
        Json.object().put("username", "lab%d_bot".formatted(number)),
        token -> Json.object().put("bot_token", id + ":" + token));
  }

  /** Seed and public key; given away once and kept nowhere. */
  private static Opening keyPair() {
    try {
      var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      var encoded = pair.getPublic().getEncoded();
      var address = Arrays.copyOfRange(encoded, encoded.length - PRIVATE_KEY_BYTES, encoded.length);
      var key =
          Arrays.copyOf(
              ((EdECPrivateKey) pair.getPrivate()).getBytes().orElseThrow(), 2 * PRIVATE_KEY_BYTES);
      System.arraycopy(address, 0, key, PRIVATE_KEY_BYTES, PRIVATE_KEY_BYTES);
      return new Opening(
          Base58.write(address),
          Json.object(),
          token -> Json.object().put("private_key", Base58.write(key)).put("rpc_token", token));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Ed25519 is not to be had", e);
    }
  }

  /** A bot that is in two channels, not in a third one; a fourth is archived. */
  private static Opening workspace(long number) {
    var state = Json.object().put("username", "lab" + number).put("team_id", "T0LAB" + number);
    var channels = state.putObject("channels");
    channels.putObject("C0GENERAL" + number).put("name", "general");
    channels.putObject("C0LAUNCH" + number).put("name", "launch");
    channels.putObject("C0BOARD" + number).put("name", "board").put("stranger", true);
    channels.putObject("C0ATTIC" + number).put("name", "attic").put("archived", true);
    return new Opening("U0LAB" + number, state, token("bot_token"));
  }

  /**
   * A bot in a server with two channels it may use, one it may only read, and one whose history it
   * is not shown.
   */
  private static Opening server(long number) {
    var state = Json.object().put("username", "lab" + number).put("guild", "12000000" + number);
    var channels = state.putObject("channels");
    channels.putObject("13000001" + number).put("type", 0).put("name", "general");
    channels.putObject("13000002" + number).put("type", 0).put("name", "launch");
    channels.putObject("13000003" + number).put("type", 0).put("name", "news").put("silent", true);
    channels.putObject("13000004" + number).put("type", 0).put("name", "vault").put("hidden", true);
    return new Opening("11000000" + number, state, token("bot_token"));
  }

  private static Opening memes(String username) {
    return new Opening(
        username,
        Json.object(),
        token -> Json.object().put("username", username).put("password", token));
  }

  /** As for Binance; the private key is Base64 here. */
  private static Opening kraken(long number) {
    var secret = new byte[64];
    RANDOM.nextBytes(secret);
    var key = Base64.getEncoder().encodeToString(secret);
    var state = Json.object().put("private_key", key);
    var wallet = state.putObject("wallet");
    wallet.putObject("ZUSD").put("free", "100000");
    wallet.putObject("XXBT").put("free", "1");
    wallet.putObject("XETH").put("free", "10");
    return new Opening(
        "LAB" + number,
        state,
        token -> Json.object().put("api_key", token).put("private_key", key));
  }

  private static Opening alpaca(long number) {
    var key = "PKLAB" + number;
    var state = Json.object().put("key_id", key);
    state.putObject("wallet").putObject("USD").put("free", "100000");
    return new Opening(
        "alpaca-%06d".formatted(number),
        state,
        token -> Json.object().put("key_id", key).put("secret_key", token));
  }

  /** Funds to trade with, and the secret key, which the simulator needs to check signatures. */
  private static Opening exchange(long number) {
    var secret = new byte[32];
    RANDOM.nextBytes(secret);
    var key = HexFormat.of().formatHex(secret);
    var state = Json.object().put("secret_key", key);
    var balances = state.putObject("balances");
    balances.putObject("USDT").put("free", "100000").put("locked", "0");
    balances.putObject("BTC").put("free", "1").put("locked", "0");
    balances.putObject("ETH").put("free", "10").put("locked", "0");
    return new Opening(
        Long.toString(number),
        state,
        token -> Json.object().put("api_key", token).put("secret_key", key));
  }

  /** The private key is given away once and kept nowhere. */
  private static Opening address() {
    try {
      var pair = Keys.createEcKeyPair(RANDOM);
      var account = Credentials.create(pair).getAddress();
      var key =
          Numeric.toHexStringWithPrefixZeroPadded(pair.getPrivateKey(), 2 * PRIVATE_KEY_BYTES);
      return new Opening(
          account,
          Json.object(),
          token -> Json.object().put("private_key", key).put("rpc_token", token));
    } catch (InvalidAlgorithmParameterException
        | NoSuchAlgorithmException
        | NoSuchProviderException e) {
      throw new IllegalStateException("the curve secp256k1 is not to be had", e);
    }
  }
}
