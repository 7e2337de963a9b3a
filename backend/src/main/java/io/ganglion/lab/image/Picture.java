package io.ganglion.lab.image;

import io.ganglion.kernel.Json;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import javax.imageio.ImageIO;

/** Draws what a prompt stands for: a gradient and some discs, always the same for one prompt. */
final class Picture {
  private static final int DISCS = 7;

  private Picture() {}

  static byte[] png(String prompt, int width, int height) {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var dice = HexFormat.of().parseHex(Json.sha256(prompt));
    var pen = image.createGraphics();
    try {
      pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      pen.setPaint(
          new GradientPaint(0, 0, color(dice, 0, 255), width, height, color(dice, 1, 255)));
      pen.fillRect(0, 0, width, height);
      for (int i = 0; i < DISCS; i++) {
        double radius = Math.min(width, height) * (0.05 + 0.25 * part(dice, 4 * i));
        double x = width * part(dice, 4 * i + 1);
        double y = height * part(dice, 4 * i + 2);
        pen.setPaint(color(dice, 4 * i + 3, 150));
        pen.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
      }
    } finally {
      pen.dispose();
    }
    return encode(image);
  }

  /** A byte of the hash as a number from 0 to 1. */
  private static double part(byte[] dice, int i) {
    return Byte.toUnsignedInt(dice[i % dice.length]) / 255.0;
  }

  private static Color color(byte[] dice, int i, int opacity) {
    var full = Color.getHSBColor((float) part(dice, i), 0.65f, 0.9f);
    return new Color(full.getRed(), full.getGreen(), full.getBlue(), opacity);
  }

  private static byte[] encode(BufferedImage image) {
    var out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
