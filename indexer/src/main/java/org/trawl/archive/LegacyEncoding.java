package org.trawl.archive;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mozilla.universalchardet.UniversalDetector;

/// The encoding of text that is not UTF-8. A detector names the likeliest; that, and each encoding
/// that the detector does not know, must read the text as words, and where two read it differently
/// and both as words, it is not certain.
///
/// @param charset what it is, if that is certain
/// @param name what it is or may be; empty if there is no idea
record LegacyEncoding(Optional<Charset> charset, String name) {
  /// Encodings that the detector does not know, or takes for others.
  private static final List<String> OTHERS =
      List.of(
          "windows-1252",
          "windows-1250",
          "windows-1254",
          "windows-1256",
          "windows-1257",
          "windows-1251",
          "x-MacRoman");

  static LegacyEncoding of(byte[] text) {
    var words = highWords(text);
    if (words.length == 0) {
      return new LegacyEncoding(Optional.empty(), "");
    }
    var candidates = new LinkedHashSet<String>();
    var detected = detected(words);
    if (detected != null) {
      candidates.add(detected);
    }
    candidates.addAll(OTHERS);
    var readings = new LinkedHashMap<String, Charset>();
    for (var name : candidates) {
      if (Charset.isSupported(name)) {
        var charset = Charset.forName(name);
        var decoded = decoded(words, charset);
        if (decoded != null && Plausible.words(decoded)) {
          readings.putIfAbsent(decoded, charset);
        }
      }
    }
    return chosen(readings, detected);
  }

  private static LegacyEncoding chosen(
      LinkedHashMap<String, Charset> readings, @Nullable String detected) {
    var idea = detected == null ? "" : detected;
    if (readings.isEmpty()) {
      return new LegacyEncoding(Optional.empty(), idea);
    }
    var first = readings.firstEntry().getValue();
    // A detector's models of a script's letters outweigh that others read words of another one.
    var modelled = first.name().equalsIgnoreCase(idea) && !first.name().startsWith("windows-1252");
    return readings.size() == 1 || modelled
        ? new LegacyEncoding(Optional.of(first), first.name())
        : new LegacyEncoding(Optional.empty(), first.name());
  }

  private static @Nullable String detected(byte[] words) {
    var detector = new UniversalDetector();
    detector.handleData(words, 0, words.length);
    detector.dataEnd();
    return switch (detector.getDetectedCharset()) {
      case null -> null;
      case "ISO-8859-1", "US-ASCII" -> "windows-1252";
      case "ISO-8859-7" -> "windows-1253";
      case "ISO-8859-8" -> "windows-1255";
      case "SHIFT_JIS" -> "windows-31j";
      case "EUC-KR" -> "x-windows-949";
      case "GB2312", "GBK" -> "GB18030";
      case "TIS620" -> "x-windows-874";
      case "MACCYRILLIC" -> "x-MacCyrillic";
      case String other -> other;
    };
  }

  /// The words with a byte beyond ASCII, a space behind each.
  private static byte[] highWords(byte[] text) {
    var words = new ByteArrayOutputStream();
    for (var at = 0; at < text.length; at++) {
      if (text[at] < 0) {
        var from = at;
        while (from > 0 && inWord(text[from - 1])) {
          from--;
        }
        while (at < text.length && inWord(text[at])) {
          at++;
        }
        words.write(text, from, at - from);
        words.write(' ');
      }
    }
    return words.toByteArray();
  }

  private static boolean inWord(byte b) {
    return b < 0 || (b > ' ' && b != ',' && b != '"' && b != ';' && b != 0x7F);
  }

  private static @Nullable String decoded(byte[] words, Charset charset) {
    var decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    try {
      return decoder.decode(ByteBuffer.wrap(words)).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }
}
