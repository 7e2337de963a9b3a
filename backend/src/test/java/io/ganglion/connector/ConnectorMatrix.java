package io.ganglion.connector;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.opentest4j.TestAbortedException;

/**
 * Notes what tests of connectors came to, a line each, in {@code target/connector-matrix}: number
 * of the column, its heading, how it ended, the test, and the reason where it doesn't apply. The
 * launcher makes the matrix of them. The file's name is the platform, which is the test's package.
 */
public final class ConnectorMatrix implements InvocationInterceptor, BeforeAllCallback {
  private static final Path FOLDER = Path.of("target", "connector-matrix");

  /** How a test ended. */
  private enum Result {
    KEPT,
    BROKEN,
    /** There is nothing to try. */
    BESIDE
  }

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    for (var without : context.getRequiredTestClass().getAnnotationsByType(Without.class)) {
      note(context, without.promise(), Result.BESIDE, without.reason());
    }
  }

  @Override
  public void interceptTestMethod(
      Invocation<@Nullable Void> invocation,
      ReflectiveInvocationContext<Method> call,
      ExtensionContext context)
      throws Throwable {
    watch(invocation, call, context);
  }

  @Override
  public void interceptTestTemplateMethod(
      Invocation<@Nullable Void> invocation,
      ReflectiveInvocationContext<Method> call,
      ExtensionContext context)
      throws Throwable {
    watch(invocation, call, context);
  }

  private static void watch(
      Invocation<@Nullable Void> invocation,
      ReflectiveInvocationContext<Method> call,
      ExtensionContext context)
      throws Throwable {
    var promises = promises(call);
    try {
      invocation.proceed();
      note(context, promises, Result.KEPT, "");
    } catch (TestAbortedException e) {
      note(context, promises, Result.BESIDE, Objects.requireNonNullElse(e.getMessage(), ""));
      throw e;
    } catch (Throwable e) {
      note(context, promises, Result.BROKEN, "");
      throw e;
    }
  }

  private static List<Promise> promises(ReflectiveInvocationContext<Method> call) {
    var keeps = call.getExecutable().getAnnotation(Keeps.class);
    if (keeps == null) {
      return List.of();
    }
    return keeps.value().length > 0
        ? List.of(keeps.value())
        : call.getArguments().stream()
            .filter(Fault.class::isInstance)
            .map(fault -> Promise.under((Fault) fault))
            .toList();
  }

  private static void note(
      ExtensionContext context, List<Promise> promises, Result result, String reason)
      throws IOException {
    for (var promise : promises) {
      note(context, promise, result, reason);
    }
  }

  private static synchronized void note(
      ExtensionContext context, Promise promise, Result result, String reason) throws IOException {
    var platform = context.getRequiredTestClass().getPackageName();
    var file =
        Files.createDirectories(FOLDER)
            .resolve(platform.substring(platform.lastIndexOf('.') + 1) + ".tsv");
    var line =
        String.join(
            "\t",
            Integer.toString(promise.ordinal()),
            promise.heading(),
            result.name(),
            context.getUniqueId(),
            reason.replace("Assumption failed: ", "").replaceAll("\\s+", " "));
    Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }
}
