package org.trawl.language;

import static java.util.Objects.requireNonNull;

import java.nio.CharBuffer;
import org.jspecify.annotations.Nullable;
import org.trawl.language.Token.Making;
import org.trawl.language.Tokens.Kind;
import org.trawl.tweet.Hashtag;

/// Cuts a tweet into tokens.
///
/// Words are those of Unicode's word boundaries (UAX #29), but for what tweets need: hashtags,
/// handles (hashed ones too), stock symbols, emoji and links are tokens of their own; a dot between
/// letters parts words, because people forget the space after a sentence, but for those of
/// abbreviations ([Initials]); a Romance article or pronoun before an apostrophe is parted from its
/// word. Beside the parts of `e-mail` and `D'Souza` stands the whole as a [Kind#JOINED], beside `5`
/// of `$5` the whole as a [Kind#SIGNED].
///
/// Scripts without spaces (Chinese, Japanese, Korean, Thai, Lao, Khmer, Burmese) give every
/// character as a token and every two neighbours as a [Kind#PAIR], so that a word inside a run is
/// found wherever a dictionary would have cut the run. A text to be searched has both, see
/// [#tokenize]; a query needs the pairs alone, see [#tokenizeQuery].
///
/// Remembers the tokens it has seen, within bounds. Not thread-safe: one for each thread.
public final class Tokenizer {
  /// Spellings remembered; a power of two.
  private static final int REMEMBERED = 1 << 16;

  private static final int HASH_MIN = 40;
  private static final int HASH_MAX = 64;
  private static final int CASHTAG_MAX = 6;

  /// Longer words with hyphens are sentences.
  private static final int JOINED_MAX = 40;

  /// Letters on either side of an ampersand that is part of a word: `AT&T`, but not `rock&roll`.
  private static final int AMPERSAND_MAX = 2;

  private final @Nullable Token[] remembered = new Token[REMEMBERED];
  private char[] text = new char[512];
  private int length;
  private Tokens out = new Tokens();
  private int position;
  private boolean pairsOnly;
  private int joinedUntil;

  /// Fills `out` with the tokens of a text to be searched.
  public void tokenize(String text, Tokens out) {
    run(text, out, false);
  }

  /// Fills `out` with the tokens of a query, which must stand in a text at the same distances from
  /// each other: runs of two characters or more of a script without spaces as pairs alone.
  public void tokenizeQuery(String text, Tokens out) {
    run(text, out, true);
  }

  private void run(String whole, Tokens tokens, boolean query) {
    requireNonNull(whole, "text");
    out = requireNonNull(tokens, "out");
    out.clear();
    position = 0;
    joinedUntil = 0;
    pairsOnly = query;
    length = whole.length();
    if (text.length < length + 1) {
      text = new char[length * 2];
    }
    whole.getChars(0, length, text, 0);
    // Saves the checks for the end in front of a look at the next character.
    text[length] = ' ';
    int at = 0;
    while (at < length) {
      at = next(at);
    }
  }

  /// Reads what begins here; gives the place after it.
  private int next(int at) {
    char c = text[at];
    return switch (Letters.classOf(c)) {
      case Letters.LETTER -> Links.begins(text, at, length) ? link(at) : word(at);
      case Letters.DIGIT -> Emoji.isKeycap(text, at, length) ? emoji(at) : word(at);
      case Letters.IDEOGRAPH, Letters.CLUSTER -> characters(at);
      case Letters.PICTURE -> emoji(at);
      case Letters.SURROGATE -> supplementary(at);
      default ->
          switch (c) {
            case '#', '＃' -> Emoji.isKeycap(text, at, length) ? emoji(at) : hashtag(at);
            case '*' -> Emoji.isKeycap(text, at, length) ? emoji(at) : at + 1;
            case '@', '＠' -> mention(at);
            case '$' -> cashtag(at);
            default -> at + 1;
          };
    };
  }

  private int supplementary(int at) {
    int codePoint = Character.codePointAt(text, at, length);
    if (!Character.isSupplementaryCodePoint(codePoint)) {
      return at + 1;
    }
    return switch (Letters.classOfSupplementary(codePoint)) {
      case Letters.LETTER, Letters.DIGIT -> word(at);
      case Letters.IDEOGRAPH, Letters.CLUSTER -> characters(at);
      case Letters.PICTURE -> emoji(at);
      default -> at + 2;
    };
  }

  private void add(Kind kind, int start, int end, Token token) {
    out.add(kind, start, end, position++, token);
  }

  private int link(int at) {
    int end = Links.end(text, at, length);
    add(Kind.LINK, at, end, Token.EMPTY);
    return end;
  }

  private int emoji(int at) {
    int end = Emoji.end(text, at, length);
    if (end == at) {
      return at + Character.charCount(Character.codePointAt(text, at, length));
    }
    add(Kind.EMOJI, at, end, remember(at, end, Making.EMOJI));
    return end;
  }

  private int word(int at) {
    int initials =
        Letters.classOf(text[at]) == Letters.LETTER ? Initials.end(text, at, length) : at;
    if (initials > at) {
      add(Kind.WORD, at, initials, remember(at, initials, Making.INITIALS));
      return initials;
    }
    int end = wordEnd(at);
    int start = at;
    int apostrophe = Elision.apostrophe(text, at, end);
    if (apostrophe > 0) {
      add(Kind.ELIDED, at, apostrophe, remember(at, apostrophe, Making.WORD));
      beside(Kind.JOINED, at, end, Making.JOINED);
      start = apostrophe + 1;
    }
    signed(start, end);
    add(Kind.WORD, start, end, remember(start, end, Making.WORD));
    if (end < length && Letters.isHyphen(text[end]) && start >= joinedUntil) {
      joined(start, end);
    }
    return end;
  }

  /// A token at the position of the one before it.
  private void beside(Kind kind, int start, int end, Making making) {
    out.add(kind, start, end, position - 1, remember(start, end, making));
  }

  /// The word that stands next, with its sign.
  private void signed(int start, int end) {
    int ratio = WordSigns.ratio(text, start, end, length);
    int before = ratio > end ? start : WordSigns.before(text, start);
    int after =
        ratio > end ? ratio : before < start ? end : WordSigns.after(text, start, end, length);
    if (before < start || after > end) {
      out.add(Kind.SIGNED, before, after, position, remember(before, after, Making.SIGNED));
    }
  }

  /// The words that hyphens join to the one that begins here.
  private void joined(int start, int firstEnd) {
    int end = firstEnd;
    boolean letters = Letters.classOf(text[start]) == Letters.LETTER;
    while (end + 1 < length && Letters.isHyphen(text[end])) {
      byte next = Letters.classOf(text[end + 1]);
      boolean word = next == Letters.LETTER || next == Letters.DIGIT;
      if (!word || Links.begins(text, end + 1, length)) {
        break;
      }
      letters |= next == Letters.LETTER;
      end = wordEnd(end + 1);
    }
    joinedUntil = end;
    if (letters && end > firstEnd && end - start <= JOINED_MAX) {
      beside(Kind.JOINED, start, end, Making.JOINED);
    }
  }

  /// Where the word ends that begins here: after its last letter, digit or mark.
  private int wordEnd(int start) {
    boolean number = Letters.classOf(text[start]) == Letters.DIGIT;
    int end = number ? Numerals.end(text, start, length) : start;
    int at = end;
    while (at < length) {
      switch (Letters.classOf(text[at])) {
        case Letters.LETTER, Letters.DIGIT, Letters.MARK -> end = ++at;
        case Letters.INVISIBLE, Letters.UNDERSCORE -> at++;
        case Letters.APOSTROPHE -> {
          if (end != at || Letters.classOf(text[at + 1]) != Letters.LETTER) {
            return end;
          }
          at++;
        }
        case Letters.SURROGATE -> {
          byte kind = Letters.classOfSupplementary(Character.codePointAt(text, at, length));
          if (kind != Letters.LETTER && kind != Letters.DIGIT && kind != Letters.MARK) {
            return end;
          }
          at += 2;
          end = at;
        }
        default -> {
          if (end != at || !joins(start, at)) {
            return end;
          }
          at++;
        }
      }
    }
    return end;
  }

  /// Whether a sign inside a word is part of it; those inside numbers are read with the number.
  private boolean joins(int start, int at) {
    char before = text[at - 1];
    char after = text[at + 1];
    return switch (text[at]) {
      case '.', '٫', '．' ->
          Letters.classOf(before) == Letters.DIGIT && Letters.classOf(after) == Letters.DIGIT;
      case '"', '״', '”' -> isHebrew(before) && isHebrew(after);
      case '·', '‧' -> (before | 0x20) == 'l' && (after | 0x20) == 'l';
      case '&', '＆' -> isAmpersand(letters(start, at), letters(at + 1, length));
      default -> false;
    };
  }

  private static boolean isAmpersand(int before, int after) {
    return Math.min(before, after) == 1 && Math.max(before, after) <= AMPERSAND_MAX;
  }

  /// How many letters stand here, and nothing else.
  private int letters(int start, int end) {
    int at = start;
    while (at < end && Letters.classOf(text[at]) == Letters.LETTER) {
      at++;
    }
    return at == end || Letters.classOf(text[at]) != Letters.MARK ? at - start : 0;
  }

  private static boolean isHebrew(char c) {
    return c >= '\u0590' && c <= '\u05EA';
  }

  private int hashtag(int at) {
    int end = Hashtag.end(CharBuffer.wrap(text, 0, length), at + 1);
    boolean letters = false;
    for (int i = at + 1; i < end; i++) {
      byte kind = Letters.classOf(text[i]);
      if (kind == Letters.SURROGATE) {
        kind = Letters.classOfSupplementary(Character.codePointAt(text, i, length));
        i += Character.isHighSurrogate(text[i]) ? 1 : 0;
      }
      if (kind == Letters.IDEOGRAPH || kind == Letters.CLUSTER) {
        // The words of a script without spaces are to be found inside the hashtag.
        return at + 1;
      }
      letters |= kind == Letters.LETTER || kind == Letters.UNDERSCORE;
    }
    // A number is to be found as one.
    if (!letters) {
      return at + 1;
    }
    add(Kind.HASHTAG, at, end, remember(at + 1, end, Making.WORD));
    return end;
  }

  private int mention(int at) {
    int end = at + 1;
    while (end < length && isHandle(text[end])) {
      end++;
    }
    if (end == at + 1 || (at > 0 && Letters.classOf(text[at - 1]) == Letters.LETTER)) {
      return at + 1;
    }
    int hash = end;
    while (hash < length && (isHandle(text[hash]) || text[hash] == '+')) {
      hash++;
    }
    while (hash < length && text[hash] == '=') {
      hash++;
    }
    int size = hash - at - 1;
    if (size >= HASH_MIN && size <= HASH_MAX) {
      end = hash;
    }
    add(Kind.MENTION, at, end, remember(at + 1, end, Making.WORD));
    return end;
  }

  private static boolean isHandle(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  }

  private int cashtag(int at) {
    int end = at + 1;
    while (end < length && Character.isLetter(text[end]) && text[end] < 128) {
      end++;
    }
    int letters = end - at - 1;
    boolean whole = Letters.classOf(text[end]) == Letters.GAP;
    if (letters < 1 || letters > CASHTAG_MAX || !whole) {
      return at + 1;
    }
    add(Kind.CASHTAG, at, end, remember(at + 1, end, Making.WORD));
    beside(Kind.SIGNED, at, end, Making.SIGNED);
    return end;
  }

  /// A run of a script without spaces.
  private int characters(int start) {
    int at = start;
    int before = -1;
    int count = 0;
    while (at < length) {
      int end = SpacelessRun.characterEnd(text, at, length);
      if (end == at) {
        break;
      }
      if (before >= 0) {
        out.add(Kind.PAIR, before, end, position - 1, remember(before, end, Making.WORD));
      }
      boolean last = SpacelessRun.characterEnd(text, end, length) == end;
      if (!pairsOnly || (last && count == 0)) {
        out.add(Kind.CHARACTER, at, end, position, remember(at, end, Making.WORD));
      }
      position++;
      count++;
      before = at;
      at = end;
    }
    return at;
  }

  private Token remember(int start, int end, Making making) {
    int hash = 0;
    for (int i = start; i < end; i++) {
      hash = 31 * hash + text[i];
    }
    // Each spelling has two places: what comes again moves to the first, and what is new takes the
    // second, so that words seen once do not drive out those of every tweet.
    int first = (hash ^ (hash >>> 15)) & (REMEMBERED - 2);
    Token usual = remembered[first];
    if (usual != null && isSame(usual.spelling(), start, end)) {
      return usual;
    }
    Token other = remembered[first + 1];
    if (other != null && isSame(other.spelling(), start, end)) {
      remembered[first] = other;
      remembered[first + 1] = usual;
      return other;
    }
    String spelling = new String(text, start, end - start);
    Token token = Token.of(spelling, making);
    remembered[usual == null ? first : first + 1] = token;
    return token;
  }

  private boolean isSame(String spelling, int start, int end) {
    if (spelling.length() != end - start) {
      return false;
    }
    for (int i = 0; i < spelling.length(); i++) {
      if (spelling.charAt(i) != text[start + i]) {
        return false;
      }
    }
    return true;
  }
}
