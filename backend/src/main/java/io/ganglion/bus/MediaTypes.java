package io.ganglion.bus;

import java.util.Locale;

/** What a media type says of the data under it. */
final class MediaTypes {
  private MediaTypes() {}

  /** Also when there is none: CloudEvents data are JSON unless the event says otherwise. */
  static boolean json(String mediaType) {
    var essence = essence(mediaType);
    return essence.isEmpty() || essence.endsWith("/json") || essence.endsWith("+json");
  }

  static boolean text(String mediaType) {
    var essence = essence(mediaType);
    return essence.startsWith("text/") || essence.endsWith("/xml") || essence.endsWith("+xml");
  }

  private static String essence(String mediaType) {
    int end = mediaType.indexOf(';');
    return (end < 0 ? mediaType : mediaType.substring(0, end)).strip().toLowerCase(Locale.ROOT);
  }
}
