package io.ganglion.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.ganglion.kernel.Json;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples of RFC 7396, appendix A. */
@Tag("unit")
class MergePatchTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'a':'b'}            | {'a':'c'}                       | {'a':'c'}",
        "{'a':'b'}            | {'b':'c'}                       | {'a':'b','b':'c'}",
        "{'a':'b'}            | {'a':null}                      | {}",
        "{'a':'b','b':'c'}    | {'a':null}                      | {'b':'c'}",
        "{'a':['b']}          | {'a':'c'}                       | {'a':'c'}",
        "{'a':'c'}            | {'a':['b']}                     | {'a':['b']}",
        "{'a':{'b':'c'}}      | {'a':{'b':'d','c':null}}        | {'a':{'b':'d'}}",
        "{'a':[{'b':'c'}]}    | {'a':[1]}                       | {'a':[1]}",
        "['a','b']            | ['c','d']                       | ['c','d']",
        "{'a':'b'}            | ['c']                           | ['c']",
        "{'a':'foo'}          | null                            | null",
        "{'a':'foo'}          | 'bar'                           | 'bar'",
        "{'e':null}           | {'a':1}                         | {'e':null,'a':1}",
        "[1,2]                | {'a':'b','c':null}              | {'a':'b'}",
        "{}                   | {'a':{'bb':{'ccc':null}}}       | {'a':{'bb':{}}}"
      })
  void a_patch_gives_the_merged_value(String target, String patch, String merged) {
    assertThat(MergePatch.apply(json(target), json(patch))).isEqualTo(json(merged));
  }

  private static com.fasterxml.jackson.databind.JsonNode json(String text) {
    return Json.read(text.replace('\'', '"'));
  }
}
