package org.trawl.archive;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The text of a file, from its first letter on: a byte order mark tells the encoding and is left
/// out, zeros in every second byte tell UTF-16, and everything else is UTF-8 until a byte says that
/// it is not. What follows such a byte is looked at then: text of another encoding that is certain
/// is read as that, line by line, but for lines that are UTF-8 after all, as in files that were
/// joined. A byte that cannot be read is handed on as a letter that no text has ([#isBad]), so that
/// its row can be told from the sound ones and set aside.
final class ArchiveText extends Reader {
  /// How much is looked at to tell an encoding.
  static final int WINDOW = 1 << 18;

  /// So many bytes that are no UTF-8 among much that is may be damage; more are looked at.
  private static final int STRAY = 4;

  /// So many letters of UTF-8 and nothing else are no text of an encoding of two bytes a letter.
  private static final int CERTAIN = 3;

  /// The longest line that is decoded by itself.
  private static final int LONGEST_LINE = 1 << 20;

  /// Bytes that cannot be read begin here: lone surrogates, which no encoding decodes to.
  private static final char BAD = '\uDC00';

  private final InputStream in;
  private byte[] bytes = new byte[1 << 16];
  private int at;
  private int limit;
  private boolean ended;
  private boolean begun;
  private boolean cut;
  private long consumed;
  private long decidedUntil;
  private long bad;
  private final Set<String> names = new TreeSet<>();
  private String guess = "";

  private @Nullable CharsetDecoder decoder;
  private @Nullable Charset legacy;
  private CharBuffer line = CharBuffer.allocate(0);

  ArchiveText(InputStream in) {
    this.in = in;
  }

  /// Whether a letter stands for a byte that could not be read, if no high surrogate is before it.
  static boolean isBad(char letter) {
    return letter >= BAD && letter <= BAD + 0xFF;
  }

  /// A text with its unreadable bytes written as `\xE9`.
  static String shown(String text) {
    StringBuilder shown = null;
    for (var i = 0; i < text.length(); i++) {
      var letter = text.charAt(i);
      var lone = isBad(letter) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
      if (lone && shown == null) {
        shown = new StringBuilder(text.substring(0, i));
      }
      if (shown != null) {
        shown.append(lone ? "\\x%02X".formatted(letter - BAD) : String.valueOf(letter));
      }
    }
    return shown == null ? text : shown.toString();
  }

  /// Whether a text holds a byte that could not be read.
  static boolean hasBad(String text) {
    for (var i = 0; i < text.length(); i++) {
      if (isBad(text.charAt(i)) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)))) {
        return true;
      }
    }
    return false;
  }

  /// Encodings other than UTF-8 that text was read as so far.
  Set<String> encodings() {
    return names;
  }

  /// How many bytes could not be read so far.
  long badBytes() {
    return bad;
  }

  /// The encoding that bytes which could not be read may be in, or empty.
  String guess() {
    return guess;
  }

  @Override
  public int read(char[] chars, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!begun) {
      begun = true;
      begin();
    }
    while (true) {
      if (line.hasRemaining()) {
        var count = Math.min(length, line.remaining());
        line.get(chars, offset, count);
        return count;
      }
      if (at == limit && !fill(1)) {
        return -1;
      }
      if (legacy != null) {
        nextLine(legacy);
        continue;
      }
      var count = decoder == null ? ascii(chars, offset, length) : decode(chars, offset, length);
      if (count > 0) {
        return count;
      }
    }
  }

  /// Knows the encoding by a byte order mark, or by the zeros of UTF-16.
  private void begin() throws IOException {
    fill(4096);
    var marked = ByteOrderMark.of(bytes, limit);
    if (marked.isPresent()) {
      at = marked.get().length();
      if (!marked.get().charset().equals(StandardCharsets.UTF_8)) {
        use(marked.get().charset());
        return;
      }
    }
    skipSeparatorHint();
  }

  /// A first line `sep=;` tells Excel how the cells are separated, and is no row; its line end
  /// stays.
  private void skipSeparatorHint() {
    var hint = "sep=".getBytes(StandardCharsets.US_ASCII);
    var end = at + hint.length + 1;
    if (end < limit
        && Arrays.equals(bytes, at, at + hint.length, hint, 0, hint.length)
        && (bytes[end] == '\n' || bytes[end] == '\r')) {
      at = end;
    }
  }

  private void use(Charset charset) {
    names.add(charset.name());
    decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  /// Letters up to the first byte that is none of ASCII, where the encoding is to be told.
  private int ascii(char[] chars, int offset, int length) throws IOException {
    var most = Math.min(length, limit - at);
    var count = 0;
    while (count < most && bytes[at] >= 0) {
      chars[offset + count++] = (char) bytes[at++];
    }
    consumed += count;
    if (count == 0) {
      fill(WINDOW);
      decide();
    }
    return count;
  }

  /// Tells the encoding of what follows, of which a window is in memory.
  private void decide() {
    decidedUntil = consumed + (limit - at);
    var sequences = Utf8Count.of(bytes, at, limit, ended);
    if (sequences.bad() < STRAY && sequences.isUtf8()) {
      if (decoder == null) {
        decoder = utf8();
      }
      return;
    }
    var found = LegacyEncoding.of(otherLines());
    guess = found.name();
    if (found.charset().isPresent()) {
      legacy = found.charset().get();
      names.add(legacy.name());
    } else if (decoder == null) {
      decoder = utf8();
    }
  }

  /// The lines of the window that are not UTF-8.
  private byte[] otherLines() {
    var lines = new ByteArrayOutputStream();
    for (var from = at; from < limit; ) {
      var end = from;
      while (end < limit && bytes[end++] != '\n') {
        // On to the line's end.
      }
      if (Utf8Count.of(bytes, from, end, ended || end < limit).bad() > 0) {
        lines.write(bytes, from, end - from);
      }
      from = end;
    }
    return lines.toByteArray();
  }

  private static CharsetDecoder utf8() {
    return StandardCharsets.UTF_8
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  private int decode(char[] chars, int offset, int length) throws IOException {
    var known = java.util.Objects.requireNonNull(decoder);
    var from = ByteBuffer.wrap(bytes, at, limit - at);
    var to = CharBuffer.wrap(chars, offset, length);
    var result = known.decode(from, to, ended);
    consumed += from.position() - at;
    at = from.position();
    if (to.position() > 0) {
      return to.position();
    }
    if (result.isError()) {
      return unreadable(chars, offset, result.length());
    }
    if (result.isOverflow()) {
      line = CharBuffer.allocate(2);
      known.decode(from, line, ended);
      consumed += from.position() - at;
      at = from.position();
      line.flip();
      return 0;
    }
    if (at < limit && !fill(limit - at + 1)) {
      // Bytes of a letter that the file ends inside of: the next round reports them.
      ended = true;
      if (known.decode(ByteBuffer.wrap(bytes, at, limit - at), to, true).isUnderflow()) {
        return unreadable(chars, offset, limit - at);
      }
    }
    return 0;
  }

  /// One letter for a byte that cannot be read, unless what follows turns out to be text of another
  /// encoding.
  private int unreadable(char[] chars, int offset, int length) throws IOException {
    var known = java.util.Objects.requireNonNull(decoder);
    if (known.charset().equals(StandardCharsets.UTF_8) && consumed >= decidedUntil) {
      fill(WINDOW);
      decide();
      if (legacy != null) {
        return 0;
      }
    }
    known.reset();
    bad += length;
    chars[offset] = (char) (BAD + (bytes[at] & 0xFF));
    at++;
    consumed++;
    return 1;
  }

  /// Decodes one line: as UTF-8 if all of it is, which no text of another encoding is by chance.
  private void nextLine(Charset other) throws IOException {
    var end = lineEnd();
    var oneByteLetters = other.newDecoder().averageCharsPerByte() == 1;
    var isUtf8 = Utf8Count.of(bytes, at, end, true).isOnlyUtf8(oneByteLetters ? 1 : CERTAIN);
    line = (isUtf8 ? StandardCharsets.UTF_8 : other).decode(ByteBuffer.wrap(bytes, at, end - at));
    if (!isUtf8) {
      markUnmapped(other);
    }
    consumed += end - at;
    at = end;
  }

  /// Bytes that mean nothing in the encoding are handed on as unreadable.
  private void markUnmapped(Charset other) {
    var oneByteLetters = other.newDecoder().averageCharsPerByte() == 1;
    var letters = line.array();
    for (var i = line.position(); i < line.limit(); i++) {
      if (letters[i] == '\uFFFD') {
        letters[i] = (char) (BAD + (oneByteLetters ? bytes[at + i] & 0xFF : '?'));
        bad++;
      }
    }
  }

  private int lineEnd() throws IOException {
    for (var from = at; ; ) {
      for (var i = from; i < limit; i++) {
        if (bytes[i] == '\n') {
          return i + 1;
        }
      }
      var seen = limit - at;
      if (seen >= LONGEST_LINE || !fill(seen + 1)) {
        return limit;
      }
      from = at + seen;
    }
  }

  /// Has at least so many bytes at hand, unless the file ends before; says whether there are any
  /// more than were.
  private boolean fill(int wanted) throws IOException {
    if (limit - at >= wanted) {
      return true;
    }
    var before = limit - at;
    if (at > 0) {
      System.arraycopy(bytes, at, bytes, 0, before);
      limit = before;
      at = 0;
    }
    if (bytes.length < wanted) {
      bytes = Arrays.copyOf(bytes, Math.max(wanted, 2 * bytes.length));
    }
    while (limit < wanted && !ended) {
      var count = more();
      if (count < 0) {
        ended = true;
      } else {
        limit += count;
      }
    }
    return limit > before;
  }

  /// Reads on; where packed bytes end too soon, so does the text.
  private int more() throws IOException {
    try {
      return in.read(bytes, limit, bytes.length - limit);
    } catch (EOFException e) {
      cut = true;
      return -1;
    }
  }

  /// Whether the packed bytes ended before the text did.
  boolean isCut() {
    return cut;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
