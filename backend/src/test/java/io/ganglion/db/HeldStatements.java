package io.ganglion.db;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;

/**
 * The SQL statements that sources hold as strings: constants and what is joined of them. A part
 * that is known when it runs alone is written as {@code …}.
 */
final class HeldStatements extends TreeScanner<Void, Void> {
  private static final Pattern BEGINS =
      Pattern.compile(
          "\\s*\\(?(SELECT|INSERT INTO|UPDATE|DELETE FROM|WITH|COPY|LOCK|BEGIN)\\b.*",
          Pattern.DOTALL);

  /**
   * @param place the class and its member, as {@code engine.Claimer.SEE}
   * @param sql in one line
   */
  record Held(String place, String sql) {}

  private final List<Held> held = new ArrayList<>();
  private final Map<String, ExpressionTree> constants = new HashMap<>();
  private final Set<String> parts = new HashSet<>();
  private final String folder;
  private String type = "";
  private String member = "";

  private HeldStatements(CompilationUnitTree unit) {
    this.folder = unit.getPackage().getPackageName().toString().replace("io.ganglion.", "");
  }

  /** Of every class below the folders. */
  static List<Held> below(Path... folders) {
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var files = compiler.getStandardFileManager(null, null, null)) {
      var task =
          (JavacTask)
              compiler.getTask(
                  null,
                  files,
                  null,
                  List.of("-proc:none"),
                  null,
                  files.getJavaFileObjectsFromPaths(sources(folders)));
      var all = new ArrayList<Held>();
      for (CompilationUnitTree unit : task.parse()) {
        var one = new HeldStatements(unit);
        one.scan(unit, null);
        one.held.stream()
            .filter(held -> !one.parts.contains(held.place)) // judged with what they are part of
            .forEach(all::add);
      }
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> sources(Path... folders) throws IOException {
    var sources = new ArrayList<Path>();
    for (Path folder : folders) {
      try (var walked = Files.walk(folder)) {
        walked.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
      }
    }
    return sources;
  }

  @Override
  public Void visitClass(ClassTree node, Void nothing) {
    String outer = type;
    type = outer.isEmpty() ? node.getSimpleName().toString() : outer;
    for (Tree one : node.getMembers()) {
      if (one instanceof VariableTree field && field.getInitializer() != null) {
        constants.put(field.getName().toString(), field.getInitializer());
      }
    }
    super.visitClass(node, nothing);
    type = outer;
    return null;
  }

  @Override
  public Void visitMethod(MethodTree node, Void nothing) {
    member = node.getName().toString();
    super.visitMethod(node, nothing);
    member = "";
    return null;
  }

  @Override
  public Void visitVariable(VariableTree node, Void nothing) {
    boolean field = member.isEmpty();
    if (field) {
      member = node.getName().toString();
    }
    super.visitVariable(node, nothing);
    if (field) {
      member = "";
    }
    return null;
  }

  @Override
  public Void visitLiteral(LiteralTree node, Void nothing) {
    note(node);
    return null;
  }

  @Override
  public Void visitBinary(BinaryTree node, Void nothing) {
    if (node.getKind() == Tree.Kind.PLUS && note(node)) {
      return null;
    }
    return super.visitBinary(node, nothing);
  }

  private boolean note(ExpressionTree node) {
    var sql = text(node).filter(text -> BEGINS.matcher(text).matches());
    sql.ifPresent(
        text ->
            held.add(
                new Held(
                    folder + "." + type + "." + member, text.strip().replaceAll("\\s+", " "))));
    return sql.isPresent();
  }

  private Optional<String> text(ExpressionTree node) {
    return switch (node) {
      case LiteralTree one when one.getValue() instanceof String text -> Optional.of(text);
      case ParenthesizedTree one -> text(one.getExpression());
      case IdentifierTree one when constants.containsKey(one.getName().toString()) -> {
        parts.add(folder + "." + type + "." + one.getName());
        yield text(constants.get(one.getName().toString()));
      }
      case BinaryTree both when both.getKind() == Tree.Kind.PLUS -> {
        var left = text(both.getLeftOperand());
        var right = text(both.getRightOperand());
        yield left.isEmpty() && right.isEmpty()
            ? Optional.empty()
            : Optional.of(left.orElse("…") + right.orElse("…"));
      }
      default -> Optional.empty();
    };
  }
}
