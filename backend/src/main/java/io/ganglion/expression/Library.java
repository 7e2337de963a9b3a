package io.ganglion.expression;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.thisptr.jackson.jq.BuiltinFunctionLoader;
import net.thisptr.jackson.jq.Function;
import net.thisptr.jackson.jq.Scope;
import net.thisptr.jackson.jq.VersionRange;
import net.thisptr.jackson.jq.internal.IsolatedScopeQuery;
import net.thisptr.jackson.jq.internal.JsonQueryFunction;

/**
 * The functions that programs may call: jq's, but for what reaches outside (the environment, files,
 * further inputs, the terminal). {@code now} is no function: the evaluation is given the time.
 * Where the library's own may take far longer than its input is long, ours stand in; what is
 * written in jq is read by our parser, so that it is metered.
 */
final class Library {
  static final Set<String> FORMATS =
      Set.of(
          "@text",
          "@json",
          "@base32",
          "@base32d",
          "@base64",
          "@base64d",
          "@csv",
          "@html",
          "@sh",
          "@tsv",
          "@uri");

  /** The library's functions in Java that end soon: about as many steps as their input is long. */
  private static final Set<String> JAVA =
      Set.of(
          "@base64/0",
          "@base64d/0",
          "@html/0",
          "@sh/0",
          "@uri/0",
          "empty/0",
          "endswith/1",
          "error/0",
          "error/1",
          "explode/0",
          "from_entries/0",
          "fromdateiso8601/0",
          "fromjson/0",
          "group_by/1",
          "has/1",
          "implode/0",
          "infinite/0",
          "isinfinite/0",
          "isnan/0",
          "isnormal/0",
          "keys/0",
          "keys_unsorted/0",
          "length/0",
          "ltrimstr/1",
          "max_by/1",
          "min_by/1",
          "nan/0",
          "not/0",
          "path/1",
          "paths/1",
          "range/1",
          "range/2",
          "range/3",
          "reverse/0",
          "rtrimstr/1",
          "sort_by/1",
          "startswith/1",
          "to_entries/0",
          "todateiso8601/0",
          "tojson/0",
          "tonumber/0",
          "tostring/0",
          "type/0",
          "utf8bytelength/0",
          "acos/0",
          "asin/0",
          "atan/0",
          "atan2/2",
          "cbrt/0",
          "ceil/0",
          "cos/0",
          "cosh/0",
          "exp/0",
          "exp10/0",
          "exp2/0",
          "expm1/0",
          "floor/0",
          "log/0",
          "log10/0",
          "log1p/0",
          "log2/0",
          "pow/2",
          "round/0",
          "sin/0",
          "sinh/0",
          "sqrt/0",
          "tan/0",
          "tanh/0");

  /** The library's functions in jq that ours replace, or that only worked around something. */
  private static final Set<String> REPLACED =
      Set.of(
          "add/0",
          "ascii_downcase/0",
          "ascii_upcase/0",
          "flatten/0",
          "flatten/1",
          "_flatten/1",
          "recurse/1",
          "recurse/2",
          "until/2",
          "while/2",
          "_modify/2");

  private static final String TRUNCATED =
      ". as $n | null | s | if (.[0] | length) > $n then setpath([0]; .[0][$n:]) else empty end";

  /** A value is whole at an end on its own level, or where it is no container. */
  private static final String FROM_STREAM =
      "{x: null, e: false} as $none | foreach s as $i ($none; if .e then $none else . end"
          + " | if $i | length == 2"
          + " then setpath([\"e\"]; $i[0] | length == 0) | setpath([\"x\"] + $i[0]; $i[1])"
          + " else setpath([\"e\"]; $i[0] | length == 1) end;"
          + " if .e then .x else empty end)";

  /** Of a sorted list: how many come before, or where it would stand. */
  private static final String BSEARCH =
      "target as $t | (map(select(. < $t)) | length) as $i"
          + " | if $i < length and .[$i] == $t then $i else -1 - $i end";

  private static final String TO_STREAM =
      "path(def r: (.[]?|r), .; r) as $p | getpath($p)"
          + " | reduce path(.[]?) as $q ([$p, .]; [$p + $q])";

  /** In jq, what the library lacks of jq 1.7. */
  private static final Map<String, String> FURTHER =
      Map.ofEntries(
          Map.entry("recurse(f; cond)", "recurse(f | select(cond))"),
          Map.entry("isempty(g)", "label $out | (g | false, break $out), true"),
          Map.entry("error(message)", "message | error"),
          Map.entry("todate", "todateiso8601"),
          Map.entry("fromdate", "fromdateiso8601"),
          Map.entry("date", "todateiso8601"),
          Map.entry("dateadd(unit; n)", ". + n"),
          Map.entry("datesub(unit; n)", ". - n"),
          Map.entry("isvalid(f)", "try (f | true) catch false"),
          Map.entry("map_values(f)", ".[] |= f"),
          Map.entry("abs", "if type == \"number\" and . < 0 then -. else . end"),
          Map.entry("add(f)", "reduce f as $x (null; . + $x)"),
          Map.entry(
              "skip(n; f)",
              "n as $n | foreach f as $x ($n; . - 1; if . < 0 then $x else empty end)"),
          Map.entry("trimstr(s)", "ltrimstr(s) | rtrimstr(s)"),
          Map.entry("bsearch(target)", BSEARCH),
          Map.entry("toarray", "if type == \"array\" then . else [.] end"),
          Map.entry("ascii", "[.] | implode"),
          Map.entry("IN(s)", "any(s == .; .)"),
          Map.entry("IN(src; s)", "any(src == s; .)"),
          Map.entry("INDEX(f)", "reduce .[] as $row ({}; .[$row | f | tostring] = $row)"),
          Map.entry("INDEX(s; f)", "reduce s as $row ({}; .[$row | f | tostring] = $row)"),
          Map.entry("truncate_stream(s)", TRUNCATED),
          Map.entry("fromstream(s)", FROM_STREAM),
          Map.entry("tostream", TO_STREAM));

  private static final String DEFINITIONS = "net/thisptr/jackson/jq/jq.json";

  /** Loading classes on a busy machine takes far longer than an evaluation may. */
  private static final ExpressionLimits PATIENT =
      new ExpressionLimits(100_000, 1 << 20, 512, Duration.ofMinutes(1), 1 << 16);

  private final Scope scope = Scope.newEmptyScope();
  private final Set<String> signatures = new HashSet<>();

  private Library() {
    var java =
        BuiltinFunctionLoader.getInstance()
            .loadFunctionsFromServiceLoader(Library.class.getClassLoader(), Nodes.VERSION);
    java.forEach(this::add);
    written();
    ours().forEach(this::put);
  }

  private static final Library INSTANCE = warm(new Library());

  static Library instance() {
    return INSTANCE;
  }

  /** All functions, for a program to run in a child of it; never changed. */
  Scope scope() {
    return scope;
  }

  /** As {@code name/arity}, formats left out. */
  Set<String> signatures() {
    return Set.copyOf(signatures);
  }

  private void add(String signature, Function function) {
    boolean format = FORMATS.contains(signature) || FORMATS.contains(signature.split("/")[0]);
    if (JAVA.contains(signature) || format) {
      put(signature, function);
    }
  }

  private void put(String signature, Function function) {
    scope.addFunction(signature, function);
    boolean callable = !signature.startsWith("@") && !signature.startsWith("_");
    if (callable) {
      signatures.add(signature);
    }
  }

  private static Map<String, Function> ours() {
    var ours = new HashMap<String, Function>();
    ours.putAll(TextFunctions.all());
    ours.putAll(RegexFunctions.all());
    ours.putAll(LoopFunctions.all());
    ours.putAll(PathFunctions.all());
    ours.putAll(MathFunctions.all());
    ours.putAll(TimeFunctions.all());
    ours.putAll(Base32.all());
    return ours;
  }

  private void written() {
    for (var definition : definitions()) {
      var arguments = new ArrayList<String>();
      definition.path("args").forEach(argument -> arguments.add(argument.textValue()));
      var version = definition.path("version").asText("[,)");
      if (VersionRange.valueOf(version).contains(Nodes.VERSION)) {
        define(definition.path("name").textValue(), arguments, definition.path("body").textValue());
      }
    }
    FURTHER.forEach(
        (head, body) -> {
          int open = head.indexOf('(');
          var name = open < 0 ? head : head.substring(0, open);
          var arguments =
              open < 0
                  ? List.<String>of()
                  : List.of(head.substring(open + 1, head.length() - 1).split("; "));
          define(name, arguments, body);
        });
  }

  private void define(String name, List<String> arguments, String body) {
    var signature = name + '/' + arguments.size();
    if (!REPLACED.contains(signature) || FURTHER.containsValue(body)) {
      var parsed = Parser.parse(body, new Known(Set.of(), true)).program();
      put(signature, new JsonQueryFunction(name, arguments, new IsolatedScopeQuery(parsed), scope));
    }
  }

  /** The library's own definitions, from its jar. */
  private static List<JsonNode> definitions() {
    try (var in = Scope.class.getClassLoader().getResourceAsStream(DEFINITIONS)) {
      if (in == null) {
        throw new IllegalStateException("jackson-jq has no " + DEFINITIONS);
      }
      var mapper =
          new JsonMapper(JsonFactory.builder().build())
              .configure(JsonParser.Feature.ALLOW_YAML_COMMENTS, true);
      var all = new ArrayList<JsonNode>();
      mapper.readTree(in).path("functions").forEach(all::add);
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Classes must not be initialized first where the stack is nearly used up: they stay broken. */
  private static Library warm(Library library) {
    var program =
        "[{a: [1, \"x\\(.)\"]}] | .[0].a[2] = 3 | del(.[0].a[0]) | map(.a[:1], (.a | tojson))"
            + " | .[0] |= sort | [paths] , [.[] | tostring | test(\"x+\")]"
            + " | (try error(\"x\") catch .), add, contains([1]), (. - [true] | length + 1.5)";
    Program.compile(program, PATIENT, library).first(NullNode.getInstance(), Map.of());
    return library;
  }
}
