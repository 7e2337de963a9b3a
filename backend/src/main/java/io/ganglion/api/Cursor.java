package io.ganglion.api;

import io.ganglion.kernel.InvalidRequest;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.TenantId;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Cursors as callers see them: opaque, and of one tenant. The check finds mistakes; what keeps
 * tenants apart is the database.
 */
final class Cursor {
  private static final int CHECK = 12;

  private Cursor() {}

  static String seal(TenantId tenant, String place) {
    var text = check(tenant, place) + place;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * @throws InvalidRequest if we didn't give it to this tenant
   */
  static String open(TenantId tenant, String cursor) {
    try {
      var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      if (text.length() > CHECK && WireText.wrong(text).isEmpty()) {
        var place = text.substring(CHECK);
        if (text.startsWith(check(tenant, place))) {
          return place;
        }
      }
    } catch (IllegalArgumentException e) {
      throw refused();
    }
    throw refused();
  }

  static InvalidRequest refused() {
    return new InvalidRequest("/cursor", "send a next_cursor of this list, unchanged");
  }

  private static String check(TenantId tenant, String place) {
    return Json.sha256(tenant + " " + place).substring(0, CHECK);
  }
}
