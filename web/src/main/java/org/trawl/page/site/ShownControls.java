package org.trawl.page.site;

import java.nio.charset.StandardCharsets;
import org.trawl.api.SafeCell;

/// What a page shows of control characters: their pictures. HTML has no way to write them, and a
/// browser leaves some out and ends a text at others.
public final class ShownControls {
  private ShownControls() {}

  /// A page, in UTF-8, without control characters but tabs and line breaks.
  public static byte[] in(byte[] page) {
    return hasAny(page)
        ? SafeCell.withoutControls(new String(page, StandardCharsets.UTF_8))
            .getBytes(StandardCharsets.UTF_8)
        : page;
  }

  private static boolean hasAny(byte[] page) {
    for (int i = 0; i < page.length; i++) {
      int sign = page[i];
      boolean isLow = sign >= 0 && sign < ' ' && sign != '\t' && sign != '\n' && sign != '\r';
      // Those from U+0080 on take two bytes, the first of which is this.
      boolean isHigh = sign == (byte) 0xC2 && i + 1 < page.length && (page[i + 1] & 0xFF) < 0xA0;
      if (isLow || isHigh || sign == 0x7F) {
        return true;
      }
    }
    return false;
  }
}
