package org.trawl.web.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.digest.Crypt;
import org.jspecify.annotations.Nullable;

/// Who may ask: names with salted hashes of their passwords, read from a file once. A password
/// comes by HTTP basic authentication with its name, or alone as a bearer token.
///
/// The file is one of `htpasswd`: a line is `name:hash`, the hash by SHA-crypt (`$6$` or `$5$`, as
/// `htpasswd -5`, `openssl passwd -6` and `mkpasswd` write it); empty lines and those that begin
/// with `#` are left out. Other hashes of that program are refused: MD5 and SHA-1 are too quick to
/// guess. Checking a password takes a good part of a second on purpose where [#line] wrote the
/// hash; what was once found right is remembered, as a hash under a key of this process, until it
/// ends.
///
/// @see <a href="https://www.akkadia.org/drepper/SHA-crypt.txt">Unix crypt using SHA-256 and
///   SHA-512</a>
public final class Credentials {
  private static final int ROUNDS = 300_000;

  /// The least and most that the scheme allows without changing the number silently, and that a
  /// server can be asked to work for one password.
  private static final int MIN_ROUNDS = 1_000;

  private static final int MAX_ROUNDS = 5_000_000;
  private static final int KEY_BYTES = 32;
  private static final int SALT_BYTES = 12;
  private static final int REMEMBERED = 1_000;
  private static final Pattern HASH =
      Pattern.compile(
          "(\\$[56]\\$(?:rounds=([0-9]{1,9})\\$)?[./0-9A-Za-z]{1,16}\\$)[./0-9A-Za-z]{43,86}");

  private final Map<String, Secret> secrets;
  private final byte[] key = random(KEY_BYTES);
  private final Map<String, String> right =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
          return size() > REMEMBERED;
        }
      };

  /// @param salt all of the hash before its last part: scheme, rounds and salt
  private record Secret(String salt, String hash) {
    boolean fits(String password) {
      return MessageDigest.isEqual(hash.getBytes(UTF_8), crypt(password, salt).getBytes(UTF_8));
    }
  }

  private Credentials(Map<String, Secret> secrets) {
    this.secrets = secrets;
  }

  /// Reads the file.
  ///
  /// @throws IOException if a line is not of that form, or there is none; the message says which
  public static Credentials read(Path file) throws IOException {
    var secrets = new HashMap<String, Secret>();
    int number = 0;
    for (var line : Files.readAllLines(file)) {
      number++;
      if (!line.isBlank() && !line.startsWith("#")) {
        var stripped = line.strip();
        int colon = stripped.indexOf(':');
        var hash = HASH.matcher(stripped.substring(colon + 1));
        if (colon < 1 || !hash.matches() || !bounded(hash.group(2))) {
          throw new IOException(
              file
                  + " line "
                  + number
                  + " is not name:hash with a hash that begins with $6$ or $5$ and at most "
                  + MAX_ROUNDS
                  + " rounds; `trawl password NAME` and `htpasswd -5 -n NAME` write such lines");
        }
        secrets.put(stripped.substring(0, colon), new Secret(hash.group(1), hash.group()));
      }
    }
    if (secrets.isEmpty()) {
      throw new IOException(file + " names nobody: nobody could ask the server anything");
    }
    return new Credentials(secrets);
  }

  private static boolean bounded(@Nullable String rounds) {
    return rounds == null
        || (Integer.parseInt(rounds) >= MIN_ROUNDS && Integer.parseInt(rounds) <= MAX_ROUNDS);
  }

  /// A line of the file for a name and its password.
  public static String line(String name, String password) {
    return line(name, password, ROUNDS);
  }

  public static String line(String name, String password, int rounds) {
    if (name.isEmpty() || name.contains(":") || name.startsWith("#")) {
      throw new IllegalArgumentException("a name is not empty, has no : and no leading #");
    }
    // Base64 writes 12 bytes as the 16 characters that a salt may have.
    var salt = Base64.getEncoder().encodeToString(random(SALT_BYTES)).replace('+', '.');
    return name + ":" + crypt(password, "$6$rounds=" + rounds + "$" + salt + "$");
  }

  /// Whether this `Authorization` header is of someone known.
  public boolean knows(String authorization) {
    return name(authorization).isPresent();
  }

  /// Whether this `Authorization` header was found right before.
  public boolean remembers(String authorization) {
    synchronized (right) {
      return right.containsKey(print(authorization));
    }
  }

  /// The name of who sends this `Authorization` header; empty for nobody known.
  public Optional<String> name(String authorization) {
    var print = print(authorization);
    synchronized (right) {
      var known = right.get(print);
      if (known != null) {
        return Optional.of(known);
      }
    }
    var found = check(authorization);
    found.ifPresent(name -> {
      synchronized (right) {
        right.put(print, name);
      }
    });
    return found;
  }

  private Optional<String> check(String authorization) {
    var space = authorization.indexOf(' ');
    var scheme = authorization.substring(0, Math.max(space, 0)).toLowerCase(Locale.ROOT);
    var value = authorization.substring(space + 1).strip();
    return switch (scheme) {
      case "bearer" -> anyone(value);
      case "basic" -> named(value);
      default -> Optional.empty();
    };
  }

  private Optional<String> anyone(String token) {
    return secrets.entrySet().stream()
        .filter(secret -> secret.getValue().fits(token))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private Optional<String> named(String encoded) {
    String pair;
    try {
      pair = new String(Base64.getDecoder().decode(encoded), UTF_8);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    int colon = pair.indexOf(':');
    var name = pair.substring(0, Math.max(colon, 0));
    // An unknown name takes as long as a known one, so that nobody learns names from the time.
    var secret = secrets.getOrDefault(name, secrets.values().iterator().next());
    boolean fits = secret.fits(pair.substring(colon + 1));
    return fits && secrets.containsKey(name) ? Optional.of(name) : Optional.empty();
  }

  private String print(String authorization) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(authorization.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HMAC-SHA-256", e);
    }
  }

  private static String crypt(String password, String salt) {
    return Crypt.crypt(password.getBytes(UTF_8), salt);
  }

  private static byte[] random(int bytes) {
    var random = new byte[bytes];
    new SecureRandom().nextBytes(random);
    return random;
  }
}
