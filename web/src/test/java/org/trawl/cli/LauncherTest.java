package org.trawl.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs the launcher at the repository's root, in a project of its own whose Maven is a script that
/// takes a moment to "build" a program that prints its arguments.
class LauncherTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final String[] TOOLS = {
    "bash",
    "cat",
    "cp",
    "cut",
    "date",
    "dirname",
    "find",
    "flock",
    "grep",
    "locale",
    "mkdir",
    "mv",
    "readlink",
    "rm",
    "sed",
    "sleep",
    "tail",
    "touch",
    "tr",
    "uname"
  };

  @TempDir Path temporary;
  private Path project;
  private Path bin;

  /// What a run printed, and how it ended.
  private record Run(int exit, String out, String err) {}

  /// What the fake build puts into the jar.
  public static final class Echo {
    private Echo() {}

    public static void main(String[] args) {
      System.out.println(String.join("|", args));
      System.exit(args.length > 0 && args[0].equals("fail") ? 7 : 0);
    }
  }

  @BeforeEach
  void makeProject() throws IOException {
    assumeTrue(Files.exists(Path.of("/bin/bash")), "needs bash");
    project = Files.createDirectories(temporary.resolve("a project"));
    bin = Files.createDirectories(temporary.resolve("bin"));
    Files.createDirectories(project.resolve(".ci"));
    Files.createDirectories(project.resolve("dist/launcher"));
    for (var name : List.of("trawl", ".ci/toolchain.sh", "dist/launcher/run.sh")) {
      Files.copy(ROOT.resolve(name), project.resolve(name));
    }
    for (var module : List.of("indexer", "searcher", "web")) {
      Files.createDirectories(project.resolve(module).resolve("src/main/java"));
      Files.writeString(project.resolve(module).resolve("pom.xml"), "<project/>");
      Files.writeString(project.resolve(module).resolve("src/main/java/A.java"), "class A {}");
    }
    Files.writeString(project.resolve("pom.xml"), "<trawl.jvm>-Dsome=option</trawl.jvm>");
    makeOld(project);
    // The machine's own tools, but neither its Java nor its Maven.
    for (var tool : TOOLS) {
      var real = Path.of("/usr/bin", tool);
      if (Files.exists(real)) {
        writeScript(tool, "exec " + real + " \"$@\"");
      }
    }
    writeJar(temporary.resolve("echo.jar"));
  }

  @Test
  void theFirstRunBuildsAndLaterOnesDoNot() throws Exception {
    fakeMaven("mkdir -p web/target/app && cp ../echo.jar web/target/app/trawl.jar");
    var first = run("search", "two words", "");
    assertEquals(0, first.exit, first.err);
    assertEquals("search|two words|\n", first.out);
    assertTrue(first.err.contains("building, as this is the first time"), first.err);

    var second = run("check");
    assertEquals("check\n", second.out);
    assertEquals("", second.err);
  }

  @Test
  void aChangedOrDeletedSourceIsBuilt() throws Exception {
    fakeMaven("mkdir -p web/target/app && cp ../echo.jar web/target/app/trawl.jar");
    run("check");
    var source = project.resolve("indexer/src/main/java/A.java");
    Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));
    assertTrue(run("check").err.contains("building, as sources have changed"));

    makeOld(project);
    assertEquals("", run("check").err);
    Files.delete(source);
    var folder = source.resolveSibling(".");
    Files.setLastModifiedTime(folder, FileTime.from(Instant.now().plusSeconds(60)));
    assertTrue(run("check").err.contains("building, as sources have changed"));
  }

  @Test
  void worksThroughALinkFromAnotherFolder() throws Exception {
    fakeMaven("mkdir -p web/target/app && cp ../echo.jar web/target/app/trawl.jar");
    var link = Files.createSymbolicLink(temporary.resolve("t"), Path.of("a project", "trawl"));
    var run = run(link, Path.of("/"), "check");
    assertEquals("check\n", run.out, run.err);
  }

  @Test
  void wordsOfAnyScriptComeThroughInAnyLocale() throws Exception {
    fakeMaven("mkdir -p web/target/app && cp ../echo.jar web/target/app/trawl.jar");
    // Through a file, as this JVM's own locale may not be able to pass such words on.
    var launcher = "/bin/bash '" + project.resolve("trawl") + "' search выборы 橋";
    // 15.27: the plain locale, and two that ssh brings along and nobody installed.
    for (var locale : List.of("C", "de_DE.UTF-8", "tr_TR.UTF-8", "xx_XX.ISO-8859-1")) {
      writeScript("ask", "export LC_ALL=" + locale + "\nexec " + launcher);
      assertEquals("search|выборы|橋\n", run(bin.resolve("ask"), project).out, locale);
    }
  }

  /// 15.27: a path of any script, by the name of a locale that is not installed.
  @Test
  void aFolderOfAnyScriptIsNoHindranceInALocaleThatIsNotInstalled() throws Exception {
    fakeMaven("mkdir -p web/target/app && cp ../echo.jar web/target/app/trawl.jar");
    writeScript(
        "ask",
        "export LC_ALL=tr_TR.UTF-8\ncp -R '"
            + project
            + "' '"
            + temporary
            + "/архив ış' && exec /bin/bash '"
            + temporary
            + "/архив ış/trawl' check");
    var run = run(bin.resolve("ask"), temporary);
    assertEquals("check\n", run.out, run.err);
  }

  /// 15.31
  @Test
  void withoutAHomeItRuns() throws Exception {
    fakeMaven("mkdir -p web/target/app && cp ../echo.jar web/target/app/trawl.jar");
    writeScript("ask", "unset HOME\nexec /bin/bash '" + project.resolve("trawl") + "' check");
    var run = run(bin.resolve("ask"), project);
    assertEquals("check\n", run.out, run.err);
  }

  /// 15.25
  @Test
  void withoutAJdkAndMavenItAsksForBothAtOnce() throws Exception {
    jdkOf("999");
    var run = run("demo");
    assertEquals(2, run.exit);
    assertTrue(run.err.contains("needs a JDK 999"), run.err);
    assertTrue(run.err.contains("needs Maven"), run.err);
    assertTrue(run.err.contains("jdk-headless maven"), run.err);
  }

  /// 15.24 and 15.25: the demo installs what is missing where it may, and says what and how much
  /// first. apt-cache prints more than `grep -q` would read, as it did on Debian 13.
  @Test
  void theDemoInstallsWhatIsMissing() throws Exception {
    writeScript("sudo", "shift\nexec \"$@\"");
    writeScript("env", "shift\nexec \"$@\"");
    writeScript(
        "apt-cache",
        "echo \"$2:\"; echo '  Installed: (none)'; echo '  Candidate: 3.9.9-1'\n"
            + "for i in {1..20000}; do echo \"        500 version table line $i\"; done");
    writeScript(
        "apt-get",
        "echo \"apt-get $*\" >>'"
            + temporary.resolve("installed")
            + "'\ncase \"$*\" in\n*--assume-no*) echo 'Need to get 9.5 MB of archives.'; exit 1;;\n"
            + "*' install '*) cp '"
            + temporary.resolve("maven")
            + "' '"
            + bin.resolve("mvn")
            + "';;\nesac");
    fakeMaven("mkdir -p web/target/app && cp ../echo.jar web/target/app/trawl.jar");
    Files.move(bin.resolve("mvn"), temporary.resolve("maven"));
    var run = run("demo");
    assertEquals("demo\n", run.out, run.err);
    assertTrue(run.err.contains("installing maven (9.5 MB to fetch)"), run.err);
    var installed = Files.readString(temporary.resolve("installed"));
    assertTrue(installed.contains("-y install --no-install-recommends maven\n"), installed);
  }

  /// 15.25: the first build may take minutes, and says what it is at.
  @Test
  void aLongBuildSaysWhatItIsAt() throws Exception {
    fakeMaven(
        """
        echo '[INFO] Building Trawl indexer 1.0.0 [2/4]'
        echo '[INFO] Downloaded from x: https://x/lucene.jar (4 MB at 1 MB/s)'
        sleep 11
        mkdir -p web/target/app && cp ../echo.jar web/target/app/trawl.jar
        """);
    var run = run("check");
    assertTrue(run.err.contains("building: indexer, 1 libraries fetched (10 s)"), run.err);
  }

  /// 15.25
  @Test
  void withoutANetworkItSaysSoInASentence() throws Exception {
    fakeMaven(
        "for i in {1..50}; do echo \"[ERROR] line $i\"; done\n"
            + "echo '[ERROR] Could not transfer artifact a:b:1 from x: Unknown host'; exit 1");
    var run = run("check");
    assertEquals(1, run.exit);
    assertTrue(run.err.contains("the libraries could not be fetched"), run.err);
    assertFalse(run.err.contains("line 7"), run.err);
  }

  @Test
  void theProgramsExitCodeIsTheLaunchers() throws Exception {
    fakeMaven("mkdir -p web/target/app && cp ../echo.jar web/target/app/trawl.jar");
    assertEquals(7, run("fail").exit);
  }

  @Test
  void aFailedBuildSaysWhyAndLeavesNothing() throws Exception {
    fakeMaven("echo 'A.java: does not compile'; exit 1");
    var run = run("check");
    assertEquals(1, run.exit);
    assertTrue(run.err.contains("A.java: does not compile"), run.err);
    assertEquals("", run.out);

    fakeMaven("mkdir -p web/target/app && cp ../echo.jar web/target/app/trawl.jar");
    assertEquals(0, run("check").exit);
  }

  @Test
  void withoutMavenItSaysWhatToInstall() throws Exception {
    var run = run("check");
    assertEquals(2, run.exit);
    assertTrue(run.err.contains("needs Maven"), run.err);
  }

  @Test
  void withoutAFittingJdkItSaysWhatToInstall() throws Exception {
    jdkOf("999");
    var run = run("check");
    assertEquals(2, run.exit);
    assertTrue(run.err.contains("needs a JDK 999"), run.err);
    assertFalse(Files.exists(project.resolve(".trawl")));
  }

  /// Has the launcher look for a JDK of another release.
  private void jdkOf(String release) throws IOException {
    var toolchain = project.resolve(".ci/toolchain.sh");
    var text = Files.readString(toolchain);
    assertTrue(text.contains("JAVA_RELEASE=25"));
    Files.writeString(toolchain, text.replace("JAVA_RELEASE=25", "JAVA_RELEASE=" + release));
  }

  private void fakeMaven(String script) throws IOException {
    writeScript("mvn", script);
  }

  private void writeScript(String name, String script) throws IOException {
    var file = Files.writeString(bin.resolve(name), "#!/bin/bash\n" + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private Run run(String... args) throws IOException, InterruptedException {
    return run(project.resolve("trawl"), project, args);
  }

  private Run run(Path launcher, Path folder, String... args)
      throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of("/bin/bash", launcher.toString()));
    command.addAll(List.of(args));
    var out = temporary.resolve("out");
    var err = temporary.resolve("err");
    var builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().put("PATH", bin.toString());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    builder.environment().put("LC_ALL", "C");
    var process = builder.start();
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), "the launcher hangs");
    return new Run(process.exitValue(), Files.readString(out, UTF_8), Files.readString(err, UTF_8));
  }

  /// Gives everything a time before any build.
  private static void makeOld(Path folder) throws IOException {
    var old = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
    try (var files = Files.walk(folder)) {
      for (var file : files.filter(f -> !f.toString().contains(".trawl")).toList()) {
        Files.setLastModifiedTime(file, old);
      }
    }
  }

  private static void writeJar(Path jar) throws IOException {
    var manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Echo.class.getName());
    var name = Echo.class.getName().replace('.', '/') + ".class";
    try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest);
        var code = LauncherTest.class.getClassLoader().getResourceAsStream(name)) {
      assertTrue(code != null, "no class " + name);
      out.putNextEntry(new JarEntry(name));
      code.transferTo(out);
    }
  }
}
