package io.ganglion.billing;

import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.openpdf.text.Font;
import org.openpdf.text.pdf.BaseFont;

/** Liberation Sans, embedded: what is installed where a PDF is made or read plays no part. */
final class PdfFonts {
  private static final Color SOFT = new Color(0x5B, 0x64, 0x72);

  private final BaseFont regular = read("LiberationSans-Regular.ttf");
  private final BaseFont strong = read("LiberationSans-Bold.ttf");

  Font plain(float size) {
    return new Font(regular, size);
  }

  Font bold(float size) {
    return new Font(strong, size);
  }

  Font soft(float size) {
    return new Font(regular, size, Font.NORMAL, SOFT);
  }

  private static BaseFont read(String name) {
    try (var in =
        Objects.requireNonNull(PdfFonts.class.getResourceAsStream("/liberation/" + name), name)) {
      return BaseFont.createFont(
          name, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, true, in.readAllBytes(), null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
