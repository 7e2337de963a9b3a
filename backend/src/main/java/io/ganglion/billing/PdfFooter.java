package io.ganglion.billing;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.ColumnText;
import org.openpdf.text.pdf.PdfPageEventHelper;
import org.openpdf.text.pdf.PdfTemplate;
import org.openpdf.text.pdf.PdfWriter;

/** What each page says at its foot, and its number of how many. */
final class PdfFooter extends PdfPageEventHelper {
  private static final float SIZE = 8;
  private static final float DOWN = 30;

  private final String text;
  private final PdfFonts fonts;
  private @Nullable PdfTemplate total;

  PdfFooter(String text, PdfFonts fonts) {
    this.text = text;
    this.fonts = fonts;
  }

  @Override
  public void onOpenDocument(PdfWriter writer, Document document) {
    total = writer.getDirectContent().createTemplate(30, 12);
  }

  @Override
  public void onEndPage(PdfWriter writer, Document document) {
    var canvas = writer.getDirectContent();
    float y = document.bottom() - DOWN;
    ColumnText.showTextAligned(
        canvas, Element.ALIGN_LEFT, new Phrase(text, fonts.soft(SIZE)), document.left(), y, 0);
    var page = new Phrase("Page %d of".formatted(writer.getPageNumber()), fonts.soft(SIZE));
    ColumnText.showTextAligned(canvas, Element.ALIGN_RIGHT, page, document.right() - 14, y, 0);
    canvas.addTemplate(Objects.requireNonNull(total), document.right() - 12, y);
  }

  /** How many pages there are is known at the end, when the number is one too many. */
  @Override
  public void onCloseDocument(PdfWriter writer, Document document) {
    var last = new Phrase(Integer.toString(writer.getPageNumber() - 1), fonts.soft(SIZE));
    ColumnText.showTextAligned(Objects.requireNonNull(total), Element.ALIGN_LEFT, last, 0, 0, 0);
  }
}
