package io.ganglion.infra;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithName;
import java.lang.reflect.Method;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Every setting of the program that may come by the environment. */
final class Settings {
  private static final Pattern PLACE = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]+)");

  private Settings() {}

  /** Of our own: those that application.properties asks for, and those of the mappings. */
  static Set<String> ours() {
    var names = new TreeSet<String>(Set.of("GANGLION_ROLES"));
    var properties =
        InfraFolder.text(
            InfraFolder.ROOT.resolve("backend/src/main/resources/application.properties"));
    PLACE.matcher(properties).results().map(result -> result.group(1)).forEach(names::add);
    for (var found :
        new ClassFileImporter()
            .withImportOption(new DoNotIncludeTests())
            .importPackages("io.ganglion")) {
      if (found.isAnnotatedWith(ConfigMapping.class)) {
        names.addAll(of(found.reflect()));
      }
    }
    return names;
  }

  /** Of a mapping, whoever's it is. */
  static Set<String> of(Class<?> mapping) {
    var names = new TreeSet<String>();
    collect(mapping, mapping.getAnnotation(ConfigMapping.class).prefix(), names);
    return names;
  }

  private static void collect(Class<?> group, String prefix, Set<String> names) {
    for (var method : group.getMethods()) {
      var name = prefix + "." + name(method);
      if (method.getReturnType().isInterface() && isGroup(method.getReturnType())) {
        collect(method.getReturnType(), name, names);
      } else {
        names.add(name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT));
      }
    }
  }

  /** An interface beside a mapping is a part of it; others are types of values. */
  private static boolean isGroup(Class<?> type) {
    var name = type.getName();
    return name.startsWith("io.ganglion.") || name.startsWith("io.quarkus.");
  }

  private static String name(Method method) {
    var given = method.getAnnotation(WithName.class);
    return given != null
        ? given.value()
        : method.getName().replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
  }
}
