package org.trawl;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// The compiled main code of all modules, of which this one is the last.
final class MainCode {
  /// A class of each module.
  private static final List<String> MODULES =
      List.of(
          "org.trawl.tweet.Tweet",
          "org.trawl.query.QueryAst",
          "org.trawl.cli.Trawl",
          "org.trawl.bench.Bench");

  private static final Pattern NAME = Pattern.compile("org/trawl/[\\w/]+");

  private MainCode() {}

  /// All classes, nested ones too.
  static List<ClassModel> classes() throws IOException {
    var classes = new ArrayList<ClassModel>();
    for (var module : MODULES) {
      var home = home(module);
      if (Files.isDirectory(home)) {
        classes.addAll(below(home));
      } else {
        try (var jar = FileSystems.newFileSystem(home)) {
          classes.addAll(below(jar.getPath("/")));
        }
      }
    }
    return classes;
  }

  private static Path home(String name) {
    try {
      var type = Class.forName(name, false, MainCode.class.getClassLoader());
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (ClassNotFoundException | URISyntaxException e) {
      throw new AssertionError(name, e);
    }
  }

  private static List<ClassModel> below(Path root) throws IOException {
    var classes = new ArrayList<ClassModel>();
    try (var files = Files.walk(root.resolve("org/trawl"))) {
      for (var file : files.filter(path -> path.toString().endsWith(".class")).toList()) {
        classes.add(ClassFile.of().parse(Files.readAllBytes(file)));
      }
    }
    return classes;
  }

  static String name(ClassModel type) {
    return type.thisClass().asInternalName().replace('/', '.');
  }

  /// The name of the type that has the file in which a class is written.
  static String file(String name) {
    return name.replaceAll("\\$.*", "");
  }

  static String packageOf(String name) {
    return name.substring(0, name.lastIndexOf('.'));
  }

  /// For each type with a file of its own, by package: the others of its package that it names.
  static Map<String, Map<String, Set<String>>> neighbours(List<ClassModel> classes) {
    var packages = new TreeMap<String, Map<String, Set<String>>>();
    for (var type : classes) {
      var own = file(name(type));
      if (own.endsWith("package-info")) {
        continue;
      }
      var named =
          packages
              .computeIfAbsent(packageOf(own), _ -> new TreeMap<>())
              .computeIfAbsent(own, _ -> new TreeSet<>());
      for (var other : named(type)) {
        if (packageOf(other).equals(packageOf(own)) && !other.equals(own)) {
          named.add(other);
        }
      }
    }
    return packages;
  }

  /// The types that a class names, as files: in calls, descriptors and signatures.
  static Set<String> named(ClassModel type) {
    var named = new TreeSet<String>();
    for (PoolEntry entry : type.constantPool()) {
      if (entry instanceof Utf8Entry text && text.stringValue().contains("org/trawl/")) {
        NAME.matcher(text.stringValue())
            .results()
            .map(found -> found.group().replace('/', '.'))
            .forEach(named::add);
      }
    }
    return named;
  }
}
