package io.ganglion.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What jackson-jq lacks of jq's pure functions; the expected values are jq 1.7's. */
@Tag("unit")
class FurtherFunctionsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '§',
      quoteCharacter = '~',
      textBlock =
          """
          gmtime                                        § 1425599621          § [2015,2,5,23,53,41,4,63]
          gmtime                                        § 1425599621.5        § [2015,2,5,23,53,41.5,4,63]
          gmtime | mktime                               § 1425599621          § 1425599621
          mktime                                        § [2015,2,5,23,51,47,4,63] § 1425599507
          mktime                                        § [2024,12,32,24,60,60] § 1738458060
          todate                                        § 1425599621          § "2015-03-05T23:53:41Z"
          date                                          § 1425599621          § "2015-03-05T23:53:41Z"
          fromdate                                      § "2015-03-05T23:51:47Z" § 1425599507
          strftime("%Y-%m-%dT%H:%M:%SZ")                § 1425599621          § "2015-03-05T23:53:41Z"
          strftime("%A, %B %d, %Y")                     § 1435677542.822351   § "Tuesday, June 30, 2015"
          strftime("%a %b %e %I:%M:%S %p %j %y %Z %z %%") § 1425599621        § "Thu Mar  5 11:53:41 PM 064 15 UTC +0000 %"
          strftime("%F %T %D %R %u %w %G-%V %s")        § 1425599621          § "2015-03-05 23:53:41 03/05/15 23:53 4 4 2015-10 1425599621"
          strftime("%c")                                § [2015,2,5,23,51,47,4,63] § "Thu Mar  5 23:51:47 2015"
          strptime("%Y-%m-%dT%H:%M:%SZ")                § "2015-03-05T23:51:47Z" § [2015,2,5,23,51,47,4,63]
          strptime("%Y-%m-%dT%H:%M:%SZ") | mktime       § "2015-03-05T23:51:47Z" § 1425599507
          strptime("%d %b %y, %I:%M %p")                § "05 mar 15, 11:51 pm" § [2015,2,5,23,51,0,4,63]
          strptime("%Y%m%d")                            § "20150305"          § [2015,2,5,0,0,0,4,63]
          strptime("%F %T %z")                          § "2015-03-05 23:51:47 +0100" § [2015,2,5,23,51,47,4,63]
          trunc                                         § -3.7                § -3
          fabs                                          § -3.5                § 3.5
          significand                                   § 10                  § 1.25
          logb                                          § 10                  § 3
          frexp                                         § 6                   § [0.75,3]
          modf                                          § -3.25               § [-0.25,-3]
          ldexp(.; 3)                                   § 2                   § 16
          fmin(.; 1), fmax(.; 1), fmod(.; 3)            § 5                   § [1,5,2]
          fma(.; 3; 4)                                  § 2                   § 10
          copysign(.; -1), drem(.; 3)                   § 5                   § [-5,-1]
          IN(2, 3)                                      § 3                   § true
          IN(.[]; 5, 6)                                 § [1, 2]              § false
          INDEX(.id)                                    § [{"id":1},{"id":"b"}] § {"1":{"id":1},"b":{"id":"b"}}
          INDEX(.[]; .id) | keys                        § [{"id":1},{"id":"b"}] § ["1","b"]
          [tostream]                                    § {"a":[1,{"b":2}]}   § [[["a",0],1],[["a",1,"b"],2],[["a",1,"b"]],[["a",1]],[["a"]]]
          [tostream]                                    § 3                   § [[[],3]]
          [tostream]                                    § []                  § [[[],[]]]
          fromstream(tostream)                          § {"a":[1,{"b":2}]}   § {"a":[1,{"b":2}]}
          [1 | truncate_stream([[0],1],[[1,0],2],[[1,0]],[[1]])] § null       § [[[0],2],[[0]]]
          fromstream(1 | truncate_stream([[0],1],[[1,0],2],[[1,0]],[[1]])) § null § [2]
          @base32                                       § "This is a message" § "KRUGS4ZANFZSAYJANVSXG43BM5SQ===="
          @base32 | @base32d                            § "ünï ✓"             § "ünï ✓"
          @base32d                                      § "MZXW6==="          § "foo"
          @base32                                       § 12                  § "GEZA===="
          map_values(. // empty)                        § {"a":null,"b":true,"c":false} § {"b":true}
          map_values(empty)                             § {"a":1,"b":2}       § {}
          (.l[] | select(. >= 2)) |= empty              § {"l":[1,5,3,0,7]}   § {"l":[1,0]}
          .[] |= (., . + 1)                             § [1,2]               § [1,2]
          .a.b |= (. // 5)                              § {}                  § {"a":{"b":5}}
          add(.[].n)                                    § [{"n":1},{"n":2}]   § 3
          [skip(2; .[])]                                § [1,2,3,4]           § [3,4]
          trimstr("ab")                                 § "abcab"             § "c"
          bsearch(3), bsearch(4), bsearch(9)            § [1,3,5]             § [1,-3,-4]
          def now: 5; now                               § null                § 5
          """)
  void answers_as_jq_does(String program, String input, String expected) {
    assertThat(Evaluation.of(program, input)).isEqualTo(expected);
  }

  @Test
  void now_is_given_to_the_evaluation_and_is_no_argument_to_name() {
    var now =
        Map.<String, JsonNode>of(
            Expression.NOW, DecimalNode.valueOf(new BigDecimal("1425599621.5")));
    assertThat(Evaluation.of("now", "null", now)).isEqualTo("1425599621.5");
    assertThat(Evaluation.of("[1] | map(now - 1 | floor | todate)", "null", now))
        .isEqualTo("[\"2015-03-05T23:53:40Z\"]");
    assertThat(Evaluation.EXPRESSIONS.compile("now").arguments()).containsExactly(Expression.NOW);
    assertThatThrownBy(() -> Evaluation.of("now", "null"))
        .isInstanceOf(ExpressionFailed.class)
        .hasMessageContaining("'now' is not known here");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e300 | gmtime",
        "[1] | mktime",
        "[1e12, 0, 0, 0, 0, 0] | mktime",
        "\"x\" | strptime(\"%Y\")",
        "1 | strftime(\"%Q\")",
        "1 | strftime(5)",
        "1 | strftime(\"%Y\" * 1000)",
        "\"1\" | @base32d",
        "\"=\" * 500000 + \"1\" | @base32d", // no pattern tries each of them
        "\"a\" | trunc"
      })
  void what_can_t_be_fails(String program) {
    assertThatThrownBy(() -> Evaluation.of(program, "null")).isInstanceOf(ExpressionFailed.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[range(100000)] | tostream",
        "fromstream(range(100000) | [[.], .])",
        "def f: [., .]; reduce range(30) as $i (1; f) | tostream",
        "\"x\" * 1000000 | @base32",
        "[range(20000)] | INDEX(.)"
      })
  void the_limits_hold(String program) {
    assertThatThrownBy(() -> Evaluation.of(program, "null"))
        .isInstanceOfSatisfying(ExpressionFailed.class, e -> assertThat(e.limit()).isTrue());
  }
}
