package org.trawl;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Label;
import java.lang.classfile.PseudoInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LineNumber;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// A switch over a sealed type names every kind of it. With a `default`, or with a last case that
/// takes the sealed type itself, a new kind would compile and do the wrong thing when it runs.
///
/// This reads class files. A switch over patterns is a call of `typeSwitch`, whose descriptor holds
/// the type that is switched over, and then a table of branches. Where every kind is named, the
/// compiler adds a branch for none of them that throws a [MatchException]; a `default` takes its
/// place.
class SealedSwitchTest {
  /// @param onSealed whether the type that is switched over is sealed
  /// @param named whether all of its kinds are
  private record Switch(String place, boolean onSealed, boolean named) {}

  @Test
  void everySwitchOverASealedTypeNamesEveryKind() throws IOException {
    var switches = switches(MainCode.classes());
    assertTrue(
        switches.stream().filter(Switch::onSealed).count() > 30, "the switches were not found");
    assertEquals(
        List.of(),
        switches.stream().filter(s -> s.onSealed && !s.named).map(Switch::place).toList(),
        "name every kind in these");
  }

  @Test
  void aDefaultIsFound() throws IOException {
    var classes = new ArrayList<ClassModel>();
    for (var type : List.of(Named.class, Defaulted.class, Unconditional.class)) {
      var file = "/" + type.getName().replace('.', '/') + ".class";
      try (var in = requireNonNull(type.getResourceAsStream(file))) {
        classes.add(ClassFile.of().parse(in.readAllBytes()));
      }
    }
    var unnamed = new TreeSet<String>();
    for (var found : switches(classes)) {
      assertTrue(found.onSealed, found::toString);
      if (!found.named) {
        unnamed.add(found.place.replaceAll(":.*", ""));
      }
    }
    assertEquals(
        List.of(Defaulted.class.getName(), Unconditional.class.getName()), List.copyOf(unnamed));
  }

  private static List<Switch> switches(List<ClassModel> classes) {
    var switches = new ArrayList<Switch>();
    for (var type : classes) {
      for (var method : type.methods()) {
        method.code().ifPresent(code -> add(MainCode.name(type), code.elementList(), switches));
      }
    }
    return switches;
  }

  private static void add(String type, List<CodeElement> code, List<Switch> switches) {
    int line = 0;
    for (int at = 0; at < code.size(); at++) {
      if (code.get(at) instanceof LineNumber number) {
        line = number.line();
      }
      if (code.get(at) instanceof InvokeDynamicInstruction call
          && call.name().equalsString("typeSwitch")) {
        var place = type + ":" + line;
        var on = call.typeSymbol().parameterType(0).descriptorString();
        switches.add(new Switch(place, isSealed(on), named(code, at)));
      }
    }
  }

  private static boolean isSealed(String descriptor) {
    if (!descriptor.startsWith("L")) {
      return false;
    }
    var name = descriptor.substring(1, descriptor.length() - 1).replace('/', '.');
    try {
      return Class.forName(name, false, SealedSwitchTest.class.getClassLoader()).isSealed();
    } catch (ClassNotFoundException e) {
      throw new AssertionError(name, e);
    }
  }

  /// Whether the table after a call branches to a [MatchException] for none of its kinds.
  private static boolean named(List<CodeElement> code, int call) {
    int at = call;
    while (true) {
      at++;
      if (code.get(at) instanceof TableSwitchInstruction table) {
        return throwsMatchException(code, table.defaultTarget());
      }
      if (code.get(at) instanceof LookupSwitchInstruction table) {
        return throwsMatchException(code, table.defaultTarget());
      }
    }
  }

  private static boolean throwsMatchException(List<CodeElement> code, Label label) {
    int at = 0;
    while (!(code.get(at) instanceof LabelTarget target && target.label().equals(label))) {
      at++;
    }
    while (code.get(at) instanceof PseudoInstruction) {
      at++;
    }
    return code.get(at) instanceof NewObjectInstruction created
        && created.className().asInternalName().equals("java/lang/MatchException");
  }

  sealed interface Fruit {}

  record Apple() implements Fruit {}

  record Pear() implements Fruit {}

  static final class Named {
    static int weight(Fruit fruit) {
      return switch (fruit) {
        case Apple _ -> 1;
        case Pear _ -> 2;
      };
    }
  }

  static final class Defaulted {
    static int weight(Fruit fruit) {
      return switch (fruit) {
        case Apple _ -> 1;
        default -> 2;
      };
    }
  }

  static final class Unconditional {
    static int weight(Fruit fruit) {
      return switch (fruit) {
        case Apple _ -> 1;
        case Fruit _ -> 2;
      };
    }
  }
}
