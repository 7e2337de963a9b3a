package io.ganglion.local;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Random secrets of one local stack, made once and kept in a file that only its owner reads.
 *
 * @param roles passwords of the three database roles
 * @param operatorToken what the operator's API calls carry
 */
public record Secrets(RolePasswords roles, String operatorToken) {
  private static final int BYTES = 24;

  /** The secrets in {@code file}, made now when it does not exist; its folder must. */
  public static Secrets in(Path file) {
    var kept = new PrivateFile(file);
    return kept.readJson(Secrets.class)
        .orElseGet(
            () -> {
              var made = new Secrets(new RolePasswords(random(), random(), random()), random());
              kept.writeJson(made);
              return made;
            });
  }

  /** The one secret in {@code file}, made now when it does not exist. */
  static String one(Path file) {
    var kept = new PrivateFile(file);
    return kept.read()
        .map(String::strip)
        .orElseGet(
            () -> {
              String made = random();
              kept.write(made + "\n");
              return made;
            });
  }

  private static String random() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of()
        .formatHex(bytes); // hex: needs no quoting in a URL, a configuration file or SQL
  }

  @Override
  public String toString() {
    return "Secrets[hidden]";
  }
}
