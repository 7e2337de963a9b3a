package io.ganglion.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong with a document is told with its place and what to do. */
@Tag("unit")
class BadDocumentsTest {

  /**
   * @param line of the whole document, whose head has five
   */
  private record Bad(String body, String pointer, int line, String message) {
    @Override
    public String toString() {
      return "%s at %s: %s".formatted(body.strip().replace('\n', '⏎'), pointer, message);
    }
  }

  private static Bad bad(String body, String pointer, int line, String message) {
    return new Bad(body, pointer, line, message);
  }

  /** A task {@code a}, with the lines of its body indented. */
  private static Bad task(String body, String below, int line, String message) {
    return bad("do:\n  - a:\n" + body.indent(6), "/do/0/a" + below, line + 7, message);
  }

  static Stream<Bad> tasks() {
    return Stream.of(
        // kinds
        task("cal: x.createPost", "/cal", 1, "unknown task type 'cal'; did you mean 'call'?"),
        task(
            "frobnicate: 1",
            "/frobnicate",
            1,
            "unknown task type 'frobnicate'; one of call, do, emit"),
        task("if: .a", "", 0, "the task does nothing; add one of call, do"),
        task("{}", "", 0, "the task does nothing"),
        task("5", "", 0, "a task must be an object, not a number"),
        task("set: {a: 1}\nwait: PT1S", "", 0, "has both 'set' and 'wait'; make two tasks"),
        task("set: {a: 1}\nwith: {}", "/with", 2, "unknown property 'with'"),
        task(
            "set: {a: 1}\noutptu: {as: .}",
            "/outptu",
            2,
            "unknown property 'outptu'; did you mean 'output'?"),
        // events
        task("emit: {event: {with: {source: a://b}}}", "/emit/event/with", 1, "'type' is missing"),
        task(
            "emit: {event: {with: {source: shop, type: a.b}}}",
            "/emit/event/with/source",
            1,
            "must be a URI with '://'"),
        task("emit: {event: {}}", "/emit/event", 1, "'with' is missing"),
        task("emit: {}", "/emit", 1, "'event' is missing"),
        task(
            "emit: {event: {with: {source: a://b, type: a.b, data: '${ $secrets.a }'}}}",
            "/emit/event/with/data",
            1,
            "$secrets can be used only in the arguments of a call"),
        task("listen: {}", "/listen", 1, "'to' is missing"),
        task("listen: {to: {}}", "/listen/to", 1, "'to' has exactly one of"),
        task(
            "listen: {to: {one: {with: {}}}}",
            "/listen/to/one/with",
            1,
            "'with' is empty; add at least one attribute"),
        task(
            "listen: {to: {one: {with: {type: a}}, until: .a}}",
            "/listen/to/until",
            1,
            "'until' belongs beside 'any'"),
        task(
            "listen: {to: {one: {with: {type: a}}}, read: all}",
            "/listen/read",
            1,
            "'read' is data, envelope or raw"),
        task(
            "listen: {to: {one: {with: {type: a}, correlate: {o: {}}}}}",
            "/listen/to/one/correlate/o",
            1,
            "'from' is missing"),
        task(
            "listen: {to: {any: []}}\nforeach: {item: a, at: a}",
            "/foreach",
            2,
            "'item' and 'at' are both $a"),
        task(
            "run: {shell: {command: ls}}",
            "/run/shell",
            1,
            "shell commands are not run in a hosted service"),
        task(
            "run: {script: {language: js, code: x}}",
            "/run/script",
            1,
            "scripts are not run in a hosted service"),
        task(
            "run: {container: {image: x}}",
            "/run/container",
            1,
            "containers are not run in a hosted service"),
        task(
            "run: {workflow: {namespace: a, name: b}}",
            "/run/workflow",
            1,
            "'version' is missing; add its version, or latest"),
        task(
            "run: {workflow: {namespace: a, name: 'b c', version: latest}}",
            "/run/workflow",
            1,
            "'a/b c' can't name a workflow"),
        task(
            "run: {workflow: {namespace: a, name: b, version: latest}, return: all}",
            "/run/return",
            1,
            "'return' of a workflow is none"),
        task(
            "set: {a: 1}\nmetadata: {ganglion: {agent: helper}}",
            "/metadata/ganglion/agent",
            2,
            "this belongs on a run of a workflow"),
        task("run: {}", "/run", 1, "a run has one of container, script"),
        // calls
        task(
            "call: x.createPots\nwith: {connection: m, text: a}",
            "/call",
            1,
            "there is no function 'x.createPots'; did you mean 'x.createPost'?"),
        task(
            "call: something",
            "/call",
            1,
            "there is no function 'something'; one of a2a, ganglion.approval, ganglion.reason"),
        task("call: grpc\nwith: {}", "/call", 1, "gRPC calls are not offered yet"),
        task("call: openapi\nwith: {}", "/with", 2, "document"),
        task("call: asyncapi\nwith: {}", "/call", 1, "AsyncAPI calls are not offered yet"),
        task("call: a2a\nwith: {}", "/with", 2, "method"),
        task("call: mcp\nwith: {}", "/with", 2, "method"),
        task(
            "call: log:1.0.0@global\nwith: {}",
            "/call",
            1,
            "functions from catalogs are not offered yet"),
        task(
            "call: https://a.example/f.yaml",
            "/call",
            1,
            "functions at an address are not offered"),
        task(
            "call: ganglion.approval\nwith: {title: a, onTimeout: shrug}",
            "/with/onTimeout",
            2,
            "approve, reject, fail"),
        task("call: 5", "/call", 1, "'call' must be text, not a number"),
        task("call: x.createPost\nwith: [a]", "/with", 2, "'with' must be an object, not a list"),
        task(
            "call: x.createPost\nwith: {text: a}",
            "/with",
            2,
            "'connection' is missing; add the name"),
        task(
            "call: x.createPost\nwith:\n  connection: 5\n  text: a",
            "/with/connection",
            3,
            "must be text"),
        task("call: x.createPost\nwith:\n  connection: m", "/with", 2, "'text' is missing"),
        task(
            "call: x.createPost\nwith:\n  connection: m\n  text: 5",
            "/with/text",
            4,
            "must be a string"),
        task(
            "call: x.createPost\nwith:\n  connection: m\n  text: a\n  replyTo: abc",
            "/with/replyTo",
            5,
            "must match the pattern"),
        task(
            "call: x.createPost\nwith:\n  connection: m\n  text: a\n  txt: b",
            "/with/txt",
            5,
            "unknown property 'txt'"),
        task(
            "call: x.createPost\nwith:\n  connection: m\n  text: ${ .a | }",
            "/with/text",
            4,
            "the expression can't be read at its character 5"),
        task(
            "call: http\nwith: {method: get, endpoint: 'https://a.example/${ .id }'}",
            "/with/endpoint",
            2,
            "make all of it one expression"),
        task(
            "call: model.chat\nwith: {connection: m, messages: []}",
            "/with/messages",
            2,
            "must have at least 1 items"),
        task("call: http\nwith: {method: get}", "/with", 2, "'endpoint' is missing"),
        task(
            "call: http\nwith: {method: fetch, endpoint: 'https://a.example'}",
            "/with/method",
            2,
            "must be one of get"),
        task(
            "call: http\nwith: {method: get, endpoint: {uri: 'https://a.example', authentication: {use: x}}}",
            "/with/endpoint/authentication/use",
            2,
            "use.authentications has no 'x'"),
        task(
            "call: http\nwith: {method: get, endpoint: 'ftp://a.example'}",
            "/with/endpoint",
            2,
            "must match the pattern ^https?://"),
        task(
            "call: ganglion.swarm\nwith: {connection: c, arguments: {}}",
            "/with",
            2,
            "'n' is missing, or 'over' is missing"),
        task(
            "call: ganglion.swarm\nwith: {connection: c, arguments: {}, n: 10001}",
            "/with/n",
            2,
            "must be at most 10000"),
        task(
            "call: ganglion.swarm\nwith: {connection: c, arguments: {}, n: 2, action: model.chta}",
            "/with/action",
            2,
            "there is no action 'model.chta'; did you mean 'model.chat'?"),
        task(
            "call: ganglion.swarm\nwith: {connection: c, arguments: {}, n: 2, reducer: {type: majority, by: '.a +'}}",
            "/with/reducer/by",
            2,
            "the expression can't be read"),
        task(
            "call: ganglion.state\nwith: {get: a, set: {b: 1}}",
            "/with",
            2,
            "exactly one of its schema's alternatives"),
        task("call: ganglion.record\nwith: {}", "/with", 2, "'value' is missing"),
        // do, for, fork
        task("do: {a: {set: {b: 1}}}", "/do", 1, "'do' must be a list, not an object"),
        task(
            "do:\n  - b: {set: {c: 1}}\n    d: {set: {e: 1}}",
            "/do/0",
            2,
            "exactly one name with one task, and this one has 2"),
        task(
            "do:\n  - b: {set: {c: 1}}\n  - b: {set: {c: 2}}",
            "/do/1/b",
            3,
            "the name 'b' is taken in this list"),
        task("do:\n  - exit: {set: {c: 1}}", "/do/0/exit", 2, "'exit' is a word of 'then'"),
        task(
            "do:\n  - 'b#now': {set: {c: 1}}",
            "/do/0/b#now",
            2,
            "the name 'b#now' has a '#', which no task's name may; leave it out"),
        task(
            "fork: {branches: ['b#winner': {set: {c: 1}}]}",
            "/fork/branches/0/b#winner",
            1,
            "the name 'b#winner' has a '#', which no task's name may; leave it out"),
        task(
            "for: {each: pet}\ndo:\n  - b: {set: {c: 1}}",
            "/for",
            1,
            "'in' is missing; add an expression"),
        task("for: {in: .pets}", "", 0, "'do' is missing"),
        task(
            "for: {in: .pets, each: $pet}\ndo:\n  - b: {set: {c: 1}}", "/for/each", 1, "without $"),
        task(
            "for: {in: .pets, each: input}\ndo:\n  - b: {set: {c: 1}}",
            "/for/each",
            1,
            "$input has a meaning of its own"),
        task(
            "for: {in: .pets, each: x, at: x}\ndo:\n  - b: {set: {c: 1}}",
            "",
            0,
            "'each' and 'at' are both $x"),
        task(
            "for: {in: .pets, eahc: x}\ndo:\n  - b: {set: {c: 1}}",
            "/for/eahc",
            1,
            "did you mean 'each'?"),
        task(
            "for: {in: .pets}\nwhile: 5\ndo:\n  - b: {set: {c: 1}}",
            "/while",
            2,
            "'while' must be text"),
        task(
            "fork: {branches: []}\nmetadata: {ganglion: {group: atomic}}",
            "",
            0,
            "an atomic group has at least one branch"),
        task("fork: {compete: true}", "/fork", 1, "'branches' is missing"),
        task(
            "fork:\n  compete: 'yes'\n  branches:\n    - b: {set: {c: 1}}",
            "/fork/compete",
            2,
            "must be true or false, not text"),
        task(
            "fork:\n  branches:\n    - b: {set: {c: 1}, then: d}\n    - d: {set: {c: 1}}",
            "/fork/branches/0/b/then",
            3,
            "a branch can't go to another"),
        task(
            "fork:\n  branches:\n    - b: {set: {c: 1}}\nmetadata: {ganglion: {group: atomic}}",
            "/fork/branches/0/b",
            3,
            "exactly one call of a connector's action"),
        task(
            "fork:\n  branches:\n    - b: {call: ganglion.record, with: {value: 1}}\nmetadata: {ganglion: {group: atomic}}",
            "/fork/branches/0/b",
            3,
            "exactly one call of a connector's action"),
        task(
            "fork:\n  compete: true\n  branches:\n    - b: {call: x.createPost, with: {connection: m, text: a}}\nmetadata: {ganglion: {group: atomic}}",
            "",
            0,
            "can't compete"),
        // set, switch, wait
        task("set: {}", "/set", 1, "'set' is empty"),
        task("set: .a", "/set", 1, "write ${ … } around it"),
        task("set: 5", "/set", 1, "'set' must be an object, not a number"),
        task("set:\n  a: ${ nope(1) }", "/set/a", 2, "there is no function nope/1"),
        task("set: {a: '${ $itme }'}", "/set/a", 1, "there is no $itme"),
        task(
            "set: {a: '${ $secrets.k }'}",
            "/set/a",
            1,
            "$secrets can be used only in the arguments of a call"),
        task("switch: []", "/switch", 1, "'switch' is empty"),
        task("switch:\n  - b: {when: .x}", "/switch/0/b", 2, "'then' is missing"),
        task(
            "switch:\n  - b: {then: nowhere}",
            "/switch/0/b/then",
            2,
            "there is no task 'nowhere' in this list"),
        task(
            "switch:\n  - b: {then: end}\n  - c: {then: end}",
            "",
            0,
            "a switch has one case without 'when', and this one has 2"),
        task(
            "switch:\n  - b: {when: .x, then: end}\n  - b: {then: end}",
            "/switch/1/b",
            3,
            "the case 'b' is here twice"),
        task(
            "switch:\n  - b: {when: '.x ==', then: end}",
            "/switch/0/b/when",
            2,
            "it ends where a value should follow"),
        task("wait: 5 minutes", "/wait", 1, "'5 minutes' is not an ISO 8601 duration"),
        task(
            "wait: {minute: 5}", "/wait", 1, "a duration has no 'minute'; did you mean 'minutes'?"),
        task("wait: {minutes: 1.5}", "/wait", 1, "minutes of a duration must be an integer"),
        task("wait: P400D", "/wait", 1, "a duration is from 0 to 366 days"),
        task("wait: {}", "/wait", 1, "a duration is an object like {minutes: 5}"),
        task("wait: ${ .a b }", "/wait", 1, "the expression can't be read"),
        // try, raise
        task("try:\n  - b: {set: {c: 1}}", "", 0, "'catch' is missing"),
        task(
            "try:\n  - b: {set: {c: 1}}\ncatch: {errors: {with: {code: 5}}}",
            "/catch/errors/with/code",
            3,
            "unknown property 'code'"),
        task(
            "try:\n  - b: {set: {c: 1}}\ncatch: {errors: {with: {status: '503'}}}",
            "/catch/errors/with/status",
            3,
            "must be an integer from 100 to 599"),
        task(
            "try:\n  - b: {set: {c: 1}}\ncatch: {as: my error}",
            "/catch/as",
            3,
            "a name of letters, digits and _"),
        task(
            "try:\n  - b: {set: {c: 1}}\ncatch: {retry: fast}",
            "/catch/retry",
            3,
            "use.retries has no 'fast'; there are none"),
        task(
            "try:\n  - b: {set: {c: 1}}\ncatch: {retry: {delay: soon}}",
            "/catch/retry/delay",
            3,
            "'soon' is not an ISO 8601 duration"),
        task(
            "try:\n  - b: {set: {c: 1}}\ncatch: {retry: {delay: '${ .d + }'}}",
            "/catch/retry/delay",
            3,
            "the expression can't be read"),
        task(
            "try:\n  - b: {set: {c: 1}}\ncatch: {retry: {backoff: {linear: {}, constant: {}}}}",
            "/catch/retry/backoff",
            3,
            "exactly one of constant, exponential, linear"),
        task(
            "try:\n  - b: {set: {c: 1}}\ncatch: {retry: {limit: {attempt: {count: 0}}}}",
            "/catch/retry/limit/attempt/count",
            3,
            "must be an integer from 1 to 1000"),
        task(
            "try:\n  - b: {set: {c: 1}}\ncatch: {retry: {jitter: {from: PT5S, to: PT1S}}}",
            "/catch/retry/jitter",
            3,
            "must not be longer than its 'to'"),
        task("raise: {}", "/raise", 1, "'error' is missing"),
        task("raise: {error: oops}", "/raise/error", 1, "use.errors has no 'oops'"),
        task("raise: {error: {status: 400}}", "/raise/error", 1, "'type' is missing"),
        task(
            "raise: {error: {type: runtime, status: 400}}",
            "/raise/error/type",
            1,
            "must be a URI with '://'"),
        task(
            "raise: {error: {type: 'https://a.example/e', status: bad}}",
            "/raise/error/status",
            1,
            "must be an integer"),
        // what every task may carry
        task("set: {a: 1}\nif: 5", "/if", 2, "'if' must be text"),
        task("set: {a: 1}\nif: ' '", "/if", 2, "'if' is empty"),
        task("set: {a: 1}\nthen: b", "/then", 2, "there is no task 'b' in this list"),
        task("set: {a: 1}\nthen: [b]", "/then", 2, "'then' must be text"),
        task("set: {a: 1}\ntimeout: PT5S", "/timeout", 2, "write {after: PT5S} for a duration"),
        task("set: {a: 1}\ntimeout: {}", "/timeout", 2, "'after' is missing"),
        task("set: {a: 1}\ninput: .a", "/input", 2, "'input' must be an object, not text"),
        task("set: {a: 1}\ninput: {as: .a}", "/input/as", 2, "unknown property 'as'"),
        task("set: {a: 1}\noutput: {as: 5}", "/output/as", 2, "must be an expression or an object"),
        task(
            "set: {a: 1}\noutput: {schema: {resource: {endpoint: 'https://a.example'}}}",
            "/output/schema/resource/endpoint",
            2,
            "the schema was not stored"),
        task(
            "set: {a: 1}\noutput: {schema: {resource: {endpoint: 'https://a.example/{b}'}}}",
            "/output/schema/resource/endpoint",
            2,
            "without variables"),
        task(
            "set: {a: 1}\noutput: {schema: {resource: {}}}",
            "/output/schema/resource",
            2,
            "'endpoint' is missing"),
        task(
            "set: {a: 1}\noutput: {schema: {document: {}, resource: {endpoint: 'https://a.example'}}}",
            "/output/schema",
            2,
            "either a 'document' or a 'resource'"),
        task(
            "set: {a: 1}\noutput: {schema: {format: avro, document: {}}}",
            "/output/schema",
            2,
            "schemas of format 'avro' are not offered"),
        task(
            "set: {a: 1}\noutput: {schema: {document: {type: strnig}}}",
            "/output/schema/document",
            2,
            "this JSON Schema can't be used"),
        task(
            "set: {a: 1}\noutput: {schema: {document: {$ref: 'https://a.example/s'}}}",
            "/output/schema/document",
            2,
            "this JSON Schema can't be used"),
        task("set: {a: 1}\nmetadata: 5", "/metadata", 2, "'metadata' must be an object"),
        task(
            "set: {a: 1}\nmetadata: {ganglion: {retries: 5}}",
            "/metadata/ganglion/retries",
            2,
            "unknown property 'retries'; one of agent, compensate, group, redo"),
        task(
            "set: {a: 1}\nmetadata: {ganglion: {group: atomic}}",
            "/metadata/ganglion/group",
            2,
            "this belongs on a fork"),
        task(
            "set: {a: 1}\nmetadata: {ganglion: {compensate: auto}}",
            "/metadata/ganglion/compensate",
            2,
            "this belongs on a call"),
        task(
            "call: ganglion.record\nwith: {value: 1}\nmetadata: {ganglion: {retry: pure}}",
            "/metadata/ganglion/retry",
            3,
            "'retry' belongs on calls of a2a, http, mcp, openapi"),
        task(
            "set: {a: 1}\nmetadata: {ganglion: {redo: 1}}",
            "/metadata/ganglion/redo",
            2,
            "must be true or false"));
  }

  static Stream<Bad> documents() {
    var task = "do:\n  - a: {set: {b: 1}}\n";
    return Stream.of(
        bad("", "", 1, "'do' is missing; add a list of tasks"),
        bad("do: nothing\n", "/do", 6, "'do' must be a list, not text"),
        bad("do:\n  - 5\n", "/do/0", 7, "an entry of 'do' must be an object"),
        bad(task + "outptu: {}\n", "/outptu", 8, "did you mean 'output'?"),
        bad(task + "schedule: {}\n", "/schedule", 8, "'schedule' has one or more of"),
        bad(task + "schedule: {cron: '0 0 * *'}\n", "/schedule/cron", 8, "'cron' has five fields"),
        bad(task + "schedule: {cron: '0 0 30 2 *'}\n", "/schedule/cron", 8, "never comes"),
        bad(
            task + "schedule: {every: PT0.5S}\n",
            "/schedule/every",
            8,
            "a schedule's distance is at least PT1S"),
        bad(
            task + "schedule: {on: {one: {with: {}}}}\n",
            "/schedule/on/one/with",
            8,
            "'with' is empty"),
        bad(
            task + "schedule: {every: PT1H, cron: '0 0 * *'}\n",
            "/schedule/cron",
            8,
            "'cron' has five fields"),
        bad(task + "timeout: long\n", "/timeout", 8, "use.timeouts has no 'long'"),
        bad(
            task + "evaluate: {language: js}\n",
            "/evaluate/language",
            8,
            "can't be 'js'; it is jq"),
        bad(task + "evaluate: {mode: lax}\n", "/evaluate/mode", 8, "it is loose or strict"),
        bad(
            task + "use: {authentications: {a: {basic: {username: b}}}}\n",
            "/use/authentications/a/basic",
            8,
            "password"),
        bad(
            task + "use: {extensions: [{a: {extend: calls}}]}\n",
            "/use/extensions/0/a/extend",
            8,
            "there is no kind of task 'calls'"),
        bad(
            task + "use: {extensions: [{a: {extend: all, befor: []}}]}\n",
            "/use/extensions/0/a/befor",
            8,
            "did you mean 'before'?"),
        bad(
            task
                + "use: {extensions: [{a: {extend: all, before: [{b: {set: {a: 1}, then: c}}]}}]}\n",
            "/use/extensions/0/a/before/0/b/then",
            8,
            "c"),
        bad(
            task + "use: {extensions: [{a: {extend: all}}, {a: {extend: all}}]}\n",
            "/use/extensions/1/a",
            8,
            "the name 'a' is taken"),
        bad(task + "use: {catalogs: {}}\n", "/use/catalogs", 8, "'catalogs' is not offered yet"),
        bad(task + "use: {secrets: [5]}\n", "/use/secrets/0", 8, "a secret's name must be text"),
        bad(
            task + "use: {functions: {'f#now': {set: {a: 1}}}}\n",
            "/use/functions/f#now",
            8,
            "the name 'f#now' has a '#', which no function's name may; leave it out"),
        bad(
            task + "use: {functions: {f: {sett: {a: 1}}}}\n",
            "/use/functions/f/sett",
            8,
            "unknown task type 'sett'; did you mean 'set'?"),
        bad(
            task + "use: {functions: {f: {set: {a: 1}, then: end}}}\n",
            "/use/functions/f/then",
            8,
            "a function ends at its caller"),
        bad(
            task
                + "  - c: {call: f, metadata: {ganglion: {compensate: auto}}}\nuse: {functions: {f: {set: {a: 1}}}}\n",
            "/do/1/c/metadata",
            8,
            "belong on the tasks of the function itself"),
        bad(
            task
                + "  - c: {call: f, metadata: {ganglion: {compensate: f}}}\nuse: {functions: {f: {call: http, with: {method: post, endpoint: 'https://a.example'}}}}\n",
            "/do/1/c/metadata",
            8,
            "belong on the tasks of the function itself"),
        bad(
            task + "  - c: {call: f, with: 5}\nuse: {functions: {f: {set: {a: 1}}}}\n",
            "/do/1/c/with",
            8,
            "'with' must be an object"),
        bad(
            task + "use: {retries: {r: {delya: PT1S}}}\n",
            "/use/retries/r/delya",
            8,
            "did you mean 'delay'?"),
        bad(
            task + "use: {errors: {e: {type: 'https://a.example/e'}}}\n",
            "/use/errors/e",
            8,
            "'status' is missing"),
        bad(
            task + "use: {timeouts: {t: PT5S}}\n",
            "/use/timeouts/t",
            8,
            "a timeout must be an object"),
        bad(task + "input: {from: '${ .a | '}\n", "/input/from", 8, "the expression can't be read"),
        bad(task + "output: {as: '.a +'}\n", "/output/as", 8, "the expression can't be read"));
  }

  @ParameterizedTest
  @MethodSource({"tasks", "documents"})
  void is_told_with_pointer_and_line(Bad bad) {
    var problem = problem(Reading.HEAD + bad.body());
    assertThat(problem.errors())
        .as("all violations")
        .anySatisfy(
            v -> {
              assertThat(v.pointer()).isEqualTo(bad.pointer());
              assertThat(v.line()).isEqualTo(bad.line());
              assertThat(v.detail()).contains(bad.message());
            });
    assertThat(problem.code()).isEqualTo("workflow_invalid");
    assertThat(problem.status()).isEqualTo(422);
  }

  private static WorkflowProblem problem(String text) {
    return catchThrowableOfType(WorkflowProblem.class, () -> Reading.parse(text));
  }

  @Test
  void everything_wrong_is_told_at_once_in_order() {
    var problem =
        problem(
            """
            document:
              dsl: '2.0.0'
              namespace: under_score
              name: 'white space'
              version: one
              extra: 1
            do:
              - a: {cal: b}
              - b: {wait: never}
            """);
    assertThat(problem.errors())
        .extracting(v -> v.line() + " " + v.pointer())
        .containsExactly(
            "2 /document/dsl",
            "3 /document/namespace",
            "4 /document/name",
            "5 /document/version",
            "6 /document/extra",
            "8 /do/0/a/cal",
            "9 /do/1/b/wait");
    assertThat(problem.detail())
        .contains("line 2 (/document/dsl): 'dsl' must be 1.0.x")
        .contains("There are 6 more");
  }

  @Test
  void numbers_for_versions_are_told_to_be_quoted() {
    var problem = problem(Reading.HEAD.replace("'0.1.0'", "0.1") + "do:\n  - a: {wait: PT1S}\n");
    assertThat(problem.errors())
        .singleElement()
        .satisfies(v -> assertThat(v.detail()).contains("put it in quotes"));
  }

  @Test
  void at_most_a_hundred_are_listed() {
    var body =
        Stream.iterate(0, i -> i + 1)
            .limit(300)
            .map(i -> "  - t%d: {wait: never}\n".formatted(i))
            .collect(Collectors.joining("", "do:\n", ""));
    assertThat(problem(Reading.HEAD + body).errors()).hasSize(100);
  }

  @Test
  void no_violation_of_the_table_comes_with_unrelated_ones() {
    var noisy = new ArrayList<Bad>();
    for (var bad : Stream.concat(tasks(), documents()).toList()) {
      if (problem(Reading.HEAD + bad.body()).errors().size() > 3) {
        noisy.add(bad);
      }
    }
    assertThat(noisy).isEqualTo(List.of());
  }
}
