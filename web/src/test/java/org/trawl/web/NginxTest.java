package org.trawl.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.trawl.web.ServerOptions.Access;
import org.trawl.web.access.Credentials;

/// The server behind a real nginx with the lines that docs/deploy.md shows. `./verify` unpacks one
/// where there is none; skipped if it could not.
@Timeout(60)
class NginxTest {
  private static final Path DEPLOY = Path.of("..", "docs", "deploy.md");
  private static final String UNPACKED =
      Path.of("target", "nginx", "usr", "sbin").toAbsolutePath().toString();
  private static final Pattern SERVER = Pattern.compile("```nginx\\n(.*?)```", Pattern.DOTALL);
  private static final char[] PASSWORD = "changeit".toCharArray();

  @TempDir static Path folder;

  private static LiveServer live;
  private static Process nginx;
  private static SSLContext tls;
  private static int port;

  @BeforeAll
  static void start() throws Exception {
    var program = nginx();
    assumeTrue(program.isPresent(), "no nginx on the PATH, and ./verify unpacked none");
    tls = makeCertificate();
    var passwords =
        Files.writeString(
            folder.resolve("passwords"), Credentials.line("desk", "s3cret-pass", 1_000));
    var access =
        new Access(
            Set.of("trawl.example.org"),
            Set.of("127.0.0.1"),
            Set.of(),
            Optional.of(Credentials.read(passwords)));
    var options = ServerOptions.DEFAULT;
    live =
        LiveServer.start(
            new ServerOptions(
                options.network(),
                new ServerOptions.Limits(
                    options.limits().searches(),
                    options.limits().clients().atMost(60),
                    Duration.ofSeconds(1)),
                access,
                false));
    try (var free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    var file = Files.writeString(folder.resolve("nginx.conf"), configuration());
    nginx =
        new ProcessBuilder(program.get().toString(), "-p", folder.toString(), "-c", file.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("out").toFile())
            .start();
    awaitListening();
  }

  @AfterAll
  static void stop() throws Exception {
    if (nginx != null) {
      nginx.destroy();
      assertTrue(nginx.waitFor(10, TimeUnit.SECONDS), "nginx does not end");
    }
    if (live != null) {
      live.close();
    }
  }

  private static Optional<Path> nginx() {
    return Stream.of((System.getenv("PATH") + ":/usr/sbin:" + UNPACKED).split(":"))
        .map(path -> Path.of(path, "nginx"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /// The document's lines, but for its port, its certificate and where the server is.
  private static String configuration() throws IOException {
    var found = SERVER.matcher(Files.readString(DEPLOY));
    assertTrue(found.find(), "the document shows an nginx server");
    var server =
        found
            .group(1)
            .replace("listen 443 ssl;", "listen 127.0.0.1:" + port + " ssl;")
            .replace("/etc/ssl/trawl.pem", folder.resolve("cert.pem").toString())
            .replace("/etc/ssl/private/trawl.key", folder.resolve("key.pem").toString())
            .replace("127.0.0.1:8080", "127.0.0.1:" + live.port());
    var temporary = new StringBuilder();
    for (var kind : List.of("client_body", "proxy", "fastcgi", "uwsgi", "scgi")) {
      temporary.append(kind).append("_temp_path ").append(folder.resolve(kind)).append(";\n");
    }
    return "daemon off;\nmaster_process off;\npid "
        + folder.resolve("pid")
        + ";\n"
        + "error_log stderr;\nevents {}\nhttp {\naccess_log off;\n"
        + temporary
        + server
        + "}\n";
  }

  private static SSLContext makeCertificate() throws Exception {
    var store = folder.resolve("store.p12");
    var keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "trawl",
                "-keyalg",
                "EC",
                "-dname",
                "CN=trawl.example.org",
                "-ext",
                "SAN=dns:trawl.example.org",
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                new String(PASSWORD))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("keytool").toFile())
            .start();
    assertEquals(0, keytool.waitFor(), "keytool");
    var keys = KeyStore.getInstance("PKCS12");
    try (var in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD);
    }
    writePem("CERTIFICATE", keys.getCertificate("trawl").getEncoded(), "cert.pem");
    writePem("PRIVATE KEY", keys.getKey("trawl", PASSWORD).getEncoded(), "key.pem");
    var trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("trawl", keys.getCertificate("trawl"));
    var trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(trusted);
    var context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  private static void writePem(String kind, byte[] encoded, String name) throws IOException {
    var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded);
    Files.writeString(
        folder.resolve(name),
        "-----BEGIN " + kind + "-----\n" + lines + "\n-----END " + kind + "-----\n");
  }

  private static void awaitListening() throws Exception {
    for (int i = 0; i < 200; i++) {
      assertTrue(nginx.isAlive(), () -> "nginx ended: " + said());
      try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        assertTrue(socket.isConnected());
        return;
      } catch (ConnectException e) {
        Thread.sleep(25);
      }
    }
    throw new AssertionError("nginx does not listen");
  }

  private static String said() {
    try {
      return Files.readString(folder.resolve("out"));
    } catch (IOException e) {
      return e.toString();
    }
  }

  private static String ask(String path, String host, String... headers) throws IOException {
    return askFrom("127.0.0.1", path, host, headers);
  }

  private static String askFrom(String address, String path, String host, String... headers)
      throws IOException {
    var request = new StringBuilder("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\n");
    for (var header : headers) {
      request.append(header).append("\r\n");
    }
    request.append("Connection: close\r\n\r\n");
    try (var socket =
        tls.getSocketFactory().createSocket("127.0.0.1", port, InetAddress.ofLiteral(address), 0)) {
      socket.getOutputStream().write(request.toString().getBytes(ISO_8859_1));
      InputStream in = socket.getInputStream();
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  private static final String TOKEN = "Authorization: Bearer s3cret-pass";

  @Test
  void searchAndExportComeThroughWithTheirPassword() throws IOException {
    var found = ask("/api/search?q=red", "trawl.example.org", TOKEN);
    assertTrue(found.startsWith("HTTP/1.1 200"), found);
    assertTrue(found.contains("Strict-Transport-Security: max-age"), found);
    assertTrue(found.contains("Content-Security-Policy: default-src 'none'"), found);
    var export = ask("/api/export?format=ids&q=", "trawl.example.org", TOKEN);
    assertTrue(export.contains(Long.toString(SampleArchive.HOSTILE_ID)), export);
    assertEquals(
        SampleArchive.RANDOM_TWEETS + 1,
        export.lines().filter(line -> line.matches("[0-9]{15,19}")).count(),
        "every id");
  }

  @Test
  void withoutPasswordNobodyIsLetIn() throws IOException {
    var refused = ask("/api/search?q=red", "trawl.example.org");
    assertTrue(refused.startsWith("HTTP/1.1 401"), refused);
  }

  @Test
  void anotherNameIsRefused() throws IOException {
    var refused = ask("/api/search?q=red", "evil.example", TOKEN);
    assertTrue(refused.startsWith("HTTP/1.1 421"), refused);
  }

  @Test
  void whoAsksIsWhoTheProxySays() throws IOException {
    var statuses = new StringBuilder();
    for (int i = 0; i < 70; i++) {
      statuses.append(
          askFrom(
              "127.0.0.2", "/healthz", "trawl.example.org", TOKEN, "X-Forwarded-For: 6.6.6." + i),
          9,
          12);
      statuses.append(' ');
    }
    assertTrue(statuses.toString().contains("429"), "a forged sender does not help: " + statuses);
    var other = ask("/healthz", "trawl.example.org", TOKEN);
    assertTrue(other.startsWith("HTTP/1.1 200"), "and is not the next one's trouble: " + other);
  }
}
