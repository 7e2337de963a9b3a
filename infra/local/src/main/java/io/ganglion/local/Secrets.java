package io.ganglion.local;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Random secrets of one local stack, made once and kept in a file that only its owner reads.
 *
 * @param roles passwords of the three database roles
 * @param operatorToken what the operator's API calls carry
 * @param signIn of Keycloak and the session
 */
public record Secrets(RolePasswords roles, String operatorToken, SignInSecrets signIn) {
  private static final int BYTES = 24;

  /** The secrets in {@code file}, made now when it does not exist; its folder must. */
  public static Secrets in(Path file) {
    var kept = new PrivateFile(file);
    var there = kept.readJson(Kept.class);
    if (there.isPresent() && there.get().signIn() != null) {
      return there.get().whole(there.get().signIn());
    }
    // none yet, or of a version that knew of no sign-in
    var made =
        there
            .orElseGet(
                () -> new Kept(new RolePasswords(random(), random(), random()), random(), null))
            .whole(new SignInSecrets(random(), random(), random(), random(), random(), random()));
    kept.writeJson(made);
    return made;
  }

  /** As a file has them that may be older than this version. */
  private record Kept(RolePasswords roles, String operatorToken, @Nullable SignInSecrets signIn) {
    Secrets whole(SignInSecrets all) {
      return new Secrets(roles, operatorToken, all);
    }
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
