package org.trawl.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/// Who may ask: names with salted hashes of their passwords, read from a file once. A password
/// comes by HTTP basic authentication with its name, or alone as a bearer token.
///
/// A line of the file is `name:iterations:salt:hash`, salt and hash in hexadecimal, the hash by
/// PBKDF2 with HMAC-SHA-256; empty lines and those that begin with `#` are left out. Checking a
/// password so takes a good part of a second on purpose; what was once found right is remembered,
/// as a hash under a key of this process, until it ends.
public final class Credentials {
  private static final int ITERATIONS = 600_000;
  private static final int MIN_ITERATIONS = 1_000;
  private static final int MAX_ITERATIONS = 10_000_000;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final int REMEMBERED = 1_000;

  private final Map<String, Secret> secrets;
  private final byte[] key = random(HASH_BYTES);
  private final Map<String, String> right =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
          return size() > REMEMBERED;
        }
      };

  private record Secret(int iterations, String salt, String hash) {
    boolean fits(String password) {
      return MessageDigest.isEqual(
          HexFormat.of().parseHex(hash),
          pbkdf2(password, HexFormat.of().parseHex(salt), iterations));
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
        var parts = line.strip().split(":", -1);
        if (!wellFormed(parts)) {
          throw new IOException(
              file + " line " + number + " is not name:iterations:salt:hash, the last two in hex");
        }
        secrets.put(parts[0], new Secret(Integer.parseInt(parts[1]), parts[2], parts[3]));
      }
    }
    if (secrets.isEmpty()) {
      throw new IOException(file + " names nobody: nobody could ask the server anything");
    }
    return new Credentials(secrets);
  }

  private static boolean wellFormed(String[] parts) {
    if (parts.length != 4 || parts[0].isEmpty() || !parts[1].matches("[0-9]{4,8}")) {
      return false;
    }
    int iterations = Integer.parseInt(parts[1]);
    return iterations >= MIN_ITERATIONS
        && iterations <= MAX_ITERATIONS
        && parts[2].matches("([0-9a-fA-F]{2}){8,64}")
        && parts[3].matches("[0-9a-fA-F]{64}");
  }

  /// A line of the file for a name and its password.
  public static String line(String name, String password) {
    return line(name, password, ITERATIONS);
  }

  static String line(String name, String password, int iterations) {
    if (name.isEmpty() || name.contains(":") || name.startsWith("#")) {
      throw new IllegalArgumentException("a name is not empty, has no : and no leading #");
    }
    var salt = random(SALT_BYTES);
    var hash = pbkdf2(password, salt, iterations);
    var hex = HexFormat.of();
    return name + ":" + iterations + ":" + hex.formatHex(salt) + ":" + hex.formatHex(hash);
  }

  /// Whether this `Authorization` header is of someone known.
  public boolean knows(String authorization) {
    return name(authorization).isPresent();
  }

  /// Whether this `Authorization` header was found right before.
  boolean remembers(String authorization) {
    synchronized (right) {
      return right.containsKey(print(authorization));
    }
  }

  /// The name of who sends this `Authorization` header; empty for nobody known.
  Optional<String> name(String authorization) {
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
      pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
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
      return HexFormat.of().formatHex(mac.doFinal(authorization.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HMAC-SHA-256", e);
    }
  }

  private static byte[] pbkdf2(String password, byte[] salt, int iterations) {
    try {
      var spec = new PBEKeySpec(password.toCharArray(), salt, iterations, HASH_BYTES * Byte.SIZE);
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has PBKDF2 with HMAC-SHA-256", e);
    }
  }

  private static byte[] random(int bytes) {
    var random = new byte[bytes];
    new SecureRandom().nextBytes(random);
    return random;
  }
}
