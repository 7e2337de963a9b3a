package io.ganglion.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.Annotation;
import java.lang.classfile.AnnotationElement;
import java.lang.classfile.AnnotationValue;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which part a test class belongs to, by its tags; reports don't have those, the compiled classes
 * do.
 */
record TestTags(Path classes) {
  private static final String UNTAGGED = "untagged";
  private static final String LONG = "long"; // says how long a part takes, names none

  /** The first tag of the class, of the class around it, or of the one it extends. */
  String part(String className) {
    int nested = className.indexOf('$');
    return first(nested < 0 ? className : className.substring(0, nested)).orElse(UNTAGGED);
  }

  private Optional<String> first(String className) {
    Path file = classes.resolve(className.replace('.', '/') + ".class");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      var model = ClassFile.of().parse(file);
      return tags(model)
          .filter(tag -> !tag.equals(LONG))
          .findFirst()
          .or(
              () ->
                  model
                      .superclass()
                      .flatMap(parent -> first(parent.asInternalName().replace('/', '.'))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<String> tags(ClassModel model) {
    return model.findAttribute(Attributes.runtimeVisibleAnnotations()).stream()
        .flatMap(all -> all.annotations().stream())
        .flatMap(TestTags::tags);
  }

  /** {@code @Tag("a")}, or the container that the compiler wraps around several. */
  private static Stream<String> tags(Annotation annotation) {
    String type = annotation.className().stringValue();
    if (type.endsWith("/Tag;")) {
      return annotation.elements().stream()
          .map(AnnotationElement::value)
          .filter(AnnotationValue.OfString.class::isInstance)
          .map(value -> ((AnnotationValue.OfString) value).stringValue());
    }
    if (!type.endsWith("/Tags;") && !type.endsWith("/TagList;")) {
      return Stream.empty();
    }
    return annotation.elements().stream()
        .map(AnnotationElement::value)
        .filter(AnnotationValue.OfArray.class::isInstance)
        .flatMap(value -> ((AnnotationValue.OfArray) value).values().stream())
        .filter(AnnotationValue.OfAnnotation.class::isInstance)
        .flatMap(value -> tags(((AnnotationValue.OfAnnotation) value).annotation()));
  }
}
