package dev.grassmann.core.report;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;

/** Small pictures side by side, as PNG within the page. */
final class HtmlGallery {
  /** Below this many pixels a picture is shown with sharp pixels instead of a blur. */
  private static final int SMALL = 128;

  private HtmlGallery() {}

  static String html(Block.Gallery gallery) {
    StringBuilder html = new StringBuilder("<figure class=\"card\">\n<figcaption>");
    html.append(HtmlPage.escape(gallery.caption())).append("</figcaption>\n");
    html.append("<div class=\"gallery\">\n");
    for (Block.Picture picture : gallery.pictures()) {
      BufferedImage image = picture.image();
      String caption = HtmlPage.escape(picture.caption());
      html.append("<figure><img").append(image.getWidth() < SMALL ? " class=\"small\"" : "");
      html.append(" width=\"").append(image.getWidth()).append("\" height=\"");
      html.append(image.getHeight()).append("\" alt=\"").append(caption);
      html.append("\" src=\"data:image/png;base64,").append(png(image)).append("\"><figcaption>");
      html.append(caption).append("</figcaption></figure>\n");
    }
    return html.append("</div>\n</figure>\n").toString();
  }

  static String png(BufferedImage image) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      ImageIO.write(image, "png", bytes);
      return Base64.getEncoder().encodeToString(bytes.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory does not fail to be written
    }
  }
}
