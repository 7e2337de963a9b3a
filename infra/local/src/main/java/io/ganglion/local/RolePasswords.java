package io.ganglion.local;

/** Passwords of the database roles: the owner migrates, the application and the engine run. */
public record RolePasswords(String owner, String app, String engine) {
  @Override
  public String toString() {
    return "RolePasswords[hidden]";
  }
}
