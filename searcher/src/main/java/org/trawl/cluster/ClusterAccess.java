package org.trawl.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// How a cluster is spoken to: in the open or over TLS, and as whom. Told by the environment, so
/// that no password stands on a command line.
///
/// @param tls what certificates are trusted, if it is TLS
/// @param authorization the header of that name, if there is a user
record ClusterAccess(Optional<SSLContext> tls, Optional<String> authorization) {
  static final String USER = "TRAWL_OPENSEARCH_USER";
  static final String PASSWORD = "TRAWL_OPENSEARCH_PASSWORD";
  static final String PASSWORD_FILE = "TRAWL_OPENSEARCH_PASSWORD_FILE";
  static final String TLS = "TRAWL_OPENSEARCH_TLS";
  static final String CERTIFICATE = "TRAWL_OPENSEARCH_CERTIFICATE";

  /// In the open, as nobody.
  static final ClusterAccess OPEN = new ClusterAccess(Optional.empty(), Optional.empty());

  /// @throws IOException if a file cannot be read, or settings do not fit each other; the message
  ///   names the variable
  static ClusterAccess of(Map<String, String> environment) throws IOException {
    return new ClusterAccess(tls(environment), authorization(environment));
  }

  String scheme() {
    return tls.isPresent() ? "https" : "http";
  }

  private static Optional<String> authorization(Map<String, String> environment)
      throws IOException {
    var user = environment.getOrDefault(USER, "");
    var file = environment.getOrDefault(PASSWORD_FILE, "");
    var password =
        file.isEmpty()
            ? environment.getOrDefault(PASSWORD, "")
            : read(PASSWORD_FILE, Path.of(file)).strip();
    if (user.isEmpty() && password.isEmpty()) {
      return Optional.empty();
    }
    if (user.isEmpty() || password.isEmpty()) {
      throw new IOException(
          user.isEmpty()
              ? "there is a password for the cluster and no user: set " + USER
              : "there is a user for the cluster and no password: set "
                  + PASSWORD
                  + " or "
                  + PASSWORD_FILE);
    }
    var pair = (user + ":" + password).getBytes(UTF_8);
    return Optional.of("Basic " + Base64.getEncoder().encodeToString(pair));
  }

  private static String read(String variable, Path file) throws IOException {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new IOException(variable + " names " + file + ", which cannot be read", e);
    }
  }

  private static Optional<SSLContext> tls(Map<String, String> environment) throws IOException {
    var certificate = environment.getOrDefault(CERTIFICATE, "");
    var wanted = environment.getOrDefault(TLS, "");
    if (!wanted.isEmpty() && !wanted.equals("true") && !wanted.equals("false")) {
      throw new IOException(TLS + " is true or false, not " + wanted);
    }
    if (certificate.isEmpty()) {
      return wanted.equals("true") ? Optional.of(ofTheJdk()) : Optional.empty();
    }
    if (wanted.equals("false")) {
      throw new IOException(CERTIFICATE + " is set and " + TLS + " is false: unset one of them");
    }
    return Optional.of(trusting(Path.of(certificate)));
  }

  private static SSLContext ofTheJdk() throws IOException {
    try {
      return SSLContext.getDefault();
    } catch (GeneralSecurityException e) {
      throw new IOException("this Java has no TLS", e);
    }
  }

  /// Trusts the certificates of a PEM file and no others.
  private static SSLContext trusting(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      var trusted = KeyStore.getInstance(KeyStore.getDefaultType());
      trusted.load(null, null);
      int number = 0;
      for (var one : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        trusted.setCertificateEntry("cluster-" + number++, one);
      }
      if (number == 0) {
        throw new CertificateException("no certificate in it");
      }
      var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(trusted);
      var context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (IOException e) {
      throw new IOException(CERTIFICATE + " names " + file + ", which cannot be read", e);
    } catch (GeneralSecurityException e) {
      throw new IOException(
          CERTIFICATE + " names " + file + ", which holds no certificate in PEM form", e);
    }
  }
}
