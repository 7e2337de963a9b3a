package io.ganglion.expression;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What programs answer; the expected values are those of the jq 1.7 manual or of its command. */
@Tag("unit")
class ProgramTest {
  @ParameterizedTest(name = "{0} on {1} is {2}")
  @CsvSource(
      delimiter = '§',
      textBlock =
          """
          .                                     § {"a":1}                       § {"a":1}
          .a                                    § {"a":1}                       § 1
          .a.b.c                                § null                          § null
          ."a"                                  § {"a":1}                       § 1
          .["a"]                                § {"a":1}                       § 1
          .a[1]                                 § {"a":[1,2]}                   § 2
          .a[-1]                                § {"a":[1,2]}                   § 2
          .a[5]                                 § {"a":[1,2]}                   § null
          .[1:3]                                § [1,2,3,4]                     § [2,3]
          .[:-1]                                § "abc"                         § "ab"
          .[2:]                                 § [1,2,3,4]                     § [3,4]
          [.[]]                                 § {"a":1,"b":2}                 § [1,2]
          [.[]?]                                § 1                             § []
          .a?                                   § 1                             § null
          [.a, .b]                              § {"a":1,"b":2}                 § [1,2]
          {a, "b": .c, (.d): 1, "e\\(.a)": 2}   § {"a":1,"c":3,"d":"k"}         § {"a":1,"b":3,"k":1,"e1":2}
          {"a"}                                 § {"a":1}                       § {"a":1}
          {if: 1, and: 2}                       § null                          § {"if":1,"and":2}
          . as $x | {$x}                        § 1                             § {"x":1}
          . as [$a, {b: $c}] | [$c, $a]         § [1,{"b":2}]                   § [2,1]
          . as {$a, b: [$c]} | [$a, $c]         § {"a":1,"b":[2]}               § [1,2]
          . as {$a} | [$a]                      § {}                            § [null]
          1 + . as $x | $x                      § 2                             § 3
          .a = 1                                § null                          § {"a":1}
          .a |= . + 1                           § {"a":1}                       § {"a":2}
          .[] += 1                              § [1,2]                         § [2,3]
          .a //= 3                              § {}                            § {"a":3}
          .a = .b // 7                          § {"b":null}                    § {"b":null,"a":null}
          .a // "none"                          § {}                            § "none"
          .a?//1                                § 5                             § 1
          null // false // 3                    § null                          § 3
          1 + 2 * 3 - 4 / 2                     § null                          § 5
          (1 + 2) * 3                           § null                          § 9
          10 % 4                                § null                          § 2
          -. - 1                                § 3                             § -4
          1 == 1.0                              § null                          § true
          . == {"b":1,"a":2}                    § {"a":2,"b":1}                 § true
          1 < 2 and "a" < "b" or false          § null                          § true
          if . > 3 then "big" elif . > 1 then "mid" else "small" end § 2       § "mid"
          if . then 1 end                       § false                         § false
          try error("x") catch .                § null                          § "x"
          [.[] | try tonumber catch "bad"]      § ["1","x"]                     § [1,"bad"]
          reduce .[] as $x (0; . + $x)          § [1,2,3]                       § 6
          [foreach .[] as $x (0; . + $x; [$x, .])] § [1,2]                      § [[1,1],[2,3]]
          [label $out | .[] | if . > 2 then break $out else . end] § [1,2,3,4]  § [1,2]
          def f: . + 1; f | f                   § 1                             § 3
          def f($a; g): $a + g; f(1; . * 2)     § 5                             § 11
          def f: 1; (def f: 2; f), f            § null                          § [2,1]
          [(def f: 2; f), (def f: 3; f)]        § null                          § [2,3]
          [..]                                  § [[1]]                         § [[[1]],[1],1]
          [recurse(if . < 3 then . + 1 else empty end)] § 1                     § [1,2,3]
          [limit(3; repeat(. * 2))]             § 1                             § [1,2,4]
          [while(. < 10; . * 2)]                § 1                             § [1,2,4,8]
          until(. > 1000; . * 2)                § 1                             § 1024
          [range(0; 10; 3)]                     § null                          § [0,3,6,9]
          map(select(. > 1))                    § [1,2,3]                       § [2,3]
          map_values(. + 1)                     § {"a":1}                       § {"a":2}
          with_entries(.value += 1)             § {"a":1}                       § {"a":2}
          to_entries                            § {"a":1}                       § [{"key":"a","value":1}]
          keys                                  § {"b":1,"a":2}                 § ["a","b"]
          add                                   § [1,2,3]                       § 6
          add                                   § ["a","b"]                     § "ab"
          add                                   § [[1],[2]]                     § [1,2]
          add                                   § [null,{"a":1},{"b":2}]        § {"a":1,"b":2}
          add                                   § []                            § null
          flatten                               § [1,[2,[3]]]                   § [1,2,3]
          flatten(1)                            § [1,[2,[3]]]                   § [1,2,[3]]
          join(", ")                            § ["a",1,null,true]             § "a, 1, , true"
          split(", ")                           § "a, b, c"                     § ["a","b","c"]
          . / ","                               § "a,b"                         § ["a","b"]
          split("")                             § "añ😀"                        § ["a","ñ","😀"]
          ascii_upcase                          § "aé"                          § "Aé"
          ltrimstr("a") + trim                  § "a "                          § " a"
          contains({a: ["b"]})                  § {"a":["abc","d"]}             § true
          contains("bar")                       § "foobar"                      § true
          inside([1,2,3])                       § [1]                           § true
          indices(", ")                         § "a, b, c"                     § [1,4]
          indices([1,2])                        § [0,1,2,1,2]                   § [1,3]
          index("b")                            § "abcb"                        § 1
          rindex("b")                           § "abcb"                        § 3
          sort_by(.a)                           § [{"a":2},{"a":1}]             § [{"a":1},{"a":2}]
          group_by(.a) | map(length)            § [{"a":2},{"a":1},{"a":2}]     § [1,2]
          unique                                § [2,1,2]                       § [1,2]
          [min, max]                            § [3,1,2]                       § [1,3]
          any(. > 2), all                       § [1,3]                         § [true,true]
          first(.[] | select(. > 1))            § [1,2,3]                       § 2
          [first, last, nth(1)]                 § [1,2,3]                       § [1,3,2]
          del(.a, .b[0])                        § {"a":1,"b":[1,2]}             § {"b":[2]}
          del(.[0, 2])                          § [1,2,3]                       § [2]
          [paths]                               § {"a":[1]}                     § [["a"],["a",0]]
          getpath(["a","b"])                    § {"a":{"b":5}}                 § 5
          setpath(["a",1]; 5)                   § null                          § {"a":[null,5]}
          [leaf_paths]                          § {"a":[1]}                     § [["a",0]]
          pick(.a)                              § {"a":1,"b":2}                 § {"a":1}
          tojson | fromjson                     § {"a":[1,"x"]}                 § {"a":[1,"x"]}
          walk(if type == "number" then . + 1 else . end) § {"a":[1]}           § {"a":[2]}
          transpose                             § [[1,2],[3]]                   § [[1,3],[2,null]]
          [combinations]                        § [[1,2],[3,4]]                 § [[1,3],[1,4],[2,3],[2,4]]
          test("^a.c$"; "i")                    § "ABC"                         § true
          [match("a(?<n>b)?"; "g") | .captures[0].name] § "ab a"                § ["n","n"]
          [match("é"; "g").offset]              § "aéé"                         § [1,2]
          capture("(?<y>\\\\d+)-(?<m>\\\\d+)")  § "2026-11"                     § {"y":"2026","m":"11"}
          [scan("[a-z]+")]                      § "ab 12 cd"                    § ["ab","cd"]
          [splits(", *")]                       § "a, b,c"                      § ["a","b","c"]
          sub("(?<x>b+)"; "<\\(.x)>")           § "abbc"                        § "a<bb>c"
          gsub("[aeiou]"; "*")                  § "sane text"                   § "s*n* t*xt"
          gsub("";"-")                          § "ab"                          § "-a-b-"
          gsub("$"; "!")                        § "ab"                          § "ab!"
          @base64                               § "hi"                          § "aGk="
          @json "v: \\([1])"                    § null                          § "v: [1]"
          @uri "q=\\(.)"                        § "a b"                         § "q=a%20b"
          "a\\(1 + 1)b\\("c" | ascii_upcase)"   § null                          § "a2bC"
          "\\u0041\\n\\ud83d\\ude00"            § null                          § "A\\n😀"
          floor                                 § 3.7                           § 3
          sqrt                                  § 2                             § 1.4142135623730951
          pow(2; 10)                            § null                          § 1024
          9007199254740993 + 1                  § null                          § 9007199254740994
          . + 1                                 § 9223372036854775807           § 9223372036854775807
          . * 10                                § 1e308                         § 1.7976931348623157E308
          nan                                   § null                          § null
          [nan]                                 § null                          § [null]
          todateiso8601                         § 0                             § "1970-01-01T00:00:00Z"
          fromdate                              § "1970-01-01T00:01:00Z"        § 60
          [isempty(empty), isempty(1)]          § null                          § [true,false]
          empty                                 § 1                             § null
          # a comment
          """)
  void a_program_answers_as_jq_does(String program, String input, String expected) {
    assertThat(Evaluation.of(program, input)).isEqualTo(expected);
  }
}
