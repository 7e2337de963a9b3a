package io.ganglion.engine;

import io.ganglion.testing.LoopbackPlatform;

/** The workflows whose journals are kept: every kind of task between them. */
final class GoldenWorkflows {
  static final String CHILD =
      """
      document: {dsl: '1.0.3', namespace: golden, name: child, version: '1.0.0'}
      do:
        - double: {set: {n: '${ .n * 2 }'}}
      """;

  static final String TASKS =
      """
      document: {dsl: '1.0.3', namespace: golden, name: tasks, version: '1.0.0'}
      timeout: {after: PT10M}
      do:
        - begin: {set: {items: '${ .items }', sum: 0, n: 0}, export: {as: '{seen: 0}'}}
        - each:
            for: {each: item, in: .items, at: index}
            while: .sum < 100
            do:
              - add: {call: ganglion.record, with: {value: '${ {items, n, sum: (.sum + $item)} }'}, export: {as: '{seen: ($context.seen + 1)}'}}
              - nap: {if: $index == 1, wait: PT1.2S}
        - count: {call: ganglion.record, with: {value: '${ {sum, n: (.n + 1)} }'}}
        - again:
            switch:
              - more: {when: .n < 3, then: count}
              - other: {then: both}
        - never: {raise: {error: {type: 'https://example.org/never', status: 500}}}
        - both:
            fork:
              branches:
                - left:
                    do:
                      - one: {call: ganglion.record, with: {value: '${ .sum }'}}
                      - two: {wait: PT0.05S}
                - right: {set: {side: right}}
            output: {as: '{sum: .[0], side: .[1].side, seen: $context.seen}'}
        - race:
            fork:
              compete: true
              branches:
                - slow: {wait: PT0.4S}
                - fast: {call: ganglion.record, with: {value: fast}}
            input: {from: .}
            output: {as: '{winner: .}'}
        - attempt:
            try:
              - note: {call: ganglion.record, with: {value: noted}}
              - fail: {raise: {error: {type: 'https://example.org/no', status: 418, title: Teapot}}}
            catch:
              errors: {with: {status: 418}}
              as: problem
              retry: {delay: PT0.05S, jitter: {from: PT0S, to: PT0.02S}, limit: {attempt: {count: 2}, duration: PT1M}}
              do:
                - handled: {set: {caught: '${ $problem.title }', seen: '${ $context.seen }'}}
      """;

  static final String COMPENSATED =
      """
      document: {dsl: '1.0.3', namespace: golden, name: compensated, version: '1.0.0'}
      do:
        - post:
            call: x.createPost
            with: {connection: x, text: taken back}
            metadata: {ganglion: {compensate: auto}}
        - rest: {wait: PT1.2S}
        - fail: {raise: {error: {type: 'https://example.org/no', status: 500}}}
      """;

  /** Long enough for checkpoints, the last of them in the middle of the loop. */
  static final String LONG =
      """
      document: {dsl: '1.0.3', namespace: golden, name: long, version: '1.0.0'}
      do:
        - post: {call: x.createPost, with: {connection: x, text: long}, metadata: {ganglion: {compensate: auto}}, export: {as: '{seen: 0}'}}
        - recall: {call: ganglion.state, with: {get: golden}, output: {as: '0'}}
        - loop:
            for: {each: item, in: '${ [range(0; 1300)] }', at: index}
            do:
              - add: {call: ganglion.record, with: {value: '${ . + $item }'}, export: {as: '{seen: ($context.seen + 1)}'}}
              - nap: {if: $index == 1290, wait: PT1.2S}
        - after: {call: ganglion.record, with: {value: '${ {sum: ., seen: $context.seen} }'}}
      """;

  /** A task that asks, and an act that can't be undone and so asks by itself. */
  static final String APPROVED =
      """
      document: {dsl: '1.0.3', namespace: golden, name: approved, version: '1.0.0'}
      do:
        - ask: {call: ganglion.approval, with: {title: May I?, detail: {amount: 5}, approvers: [owner, '%s']}, export: {as: '{asked: .comment}'}}
        - pay: {call: evm.sendTransaction, with: {connection: treasury, to: '0x00000000000000000000000000000000000c0ffe', value_wei: '5'}}
        - done: {set: {asked: '${ $context.asked }'}}
      """;

  /** Nobody decides. */
  static final String UNDECIDED =
      """
      document: {dsl: '1.0.3', namespace: golden, name: undecided, version: '1.0.0'}
      do:
        - ask: {call: ganglion.approval, with: {title: May I?, detail: {amount: 5}, timeout: PT4S, onTimeout: approve}}
        - done: {set: {approved: '${ .approved }'}}
      """;

  static final String RETRIED =
      """
      document: {dsl: '1.0.3', namespace: golden, name: retried, version: '1.0.0'}
      do:
        - attempt:
            try:
              - inner: {do: [bad: {set: {a: '${ 1 / 0 }'}}]}
            catch:
              retry: {delay: PT4S, jitter: {from: PT0S, to: PT0.1S}, limit: {attempt: {count: 1}}}
              do: [caught: {set: {caught: true}}]
      """;

  static final String TIMED =
      """
      document: {dsl: '1.0.3', namespace: golden, name: timed, version: '1.0.0'}
      do:
        - attempt:
            try:
              - around: {do: [first: {set: {a: 1}}, long: {wait: PT10M}], timeout: {after: PT4S}}
            catch:
              errors: {with: {status: 408}}
              do: [caught: {set: {caught: true}}]
      """;

  static final String PARENT =
      """
      document: {dsl: '1.0.3', namespace: golden, name: parent, version: '1.0.0'}
      do:
        - other: {run: {workflow: {namespace: golden, name: slow-child, version: '1.0.0', input: {n: 21}}}}
        - done: {set: {got: '${ .n }'}}
      """;

  static final String SLOW_CHILD =
      """
      document: {dsl: '1.0.3', namespace: golden, name: slow-child, version: '1.0.0'}
      do:
        - rest: {wait: PT4S}
        - double: {set: {n: '${ .n * 2 }'}}
      """;

  /** The laboratory's models do what the goal tells them. */
  static final String REASON =
      """
      document: {dsl: '1.0.3', namespace: golden, name: reason, version: '1.0.0'}
      do:
        - think:
            call: ganglion.reason
            with: {connection: model, model: lab-small-1, goal: "call x_createPost {\\"text\\": \\"golden thought\\"}\\n\\nanswer done"}
            output: {as: '{answer: .answer, acts: (.acts | length)}'}
      """;

  /** A failure of each kind, a race whose winner exports, and compensation by tasks. */
  static final String FAILED =
      """
      document: {dsl: '1.0.3', namespace: golden, name: failed, version: '1.0.0'}
      do:
        - race:
            fork:
              compete: true
              branches:
                - slow: {wait: PT10M}
                - fast: {do: [rest: {wait: PT1.2S}, won: {set: {won: true}, export: {as: '{by: "fast"}'}}]}
        - attempt:
            try: [bad: {call: ganglion.record, with: {value: 1}, output: {as: '${ 1 / 0 }'}}]
            catch: {}
        - post: {call: x.createPost, with: {connection: x, text: countered}, metadata: {ganglion: {compensate: {call: ganglion.record, with: {value: '${ .id }'}}}}}
        - rest: {wait: PT1.2S}
        - fail: {raise: {error: {type: 'https://example.org/no', status: 500, detail: '${ $context.by }'}}}
      """;

  private static final String OUTSIDE =
      """
      document: {dsl: '1.0.3', namespace: golden, name: outside, version: '1.0.0'}
      do:
        - tell: {emit: {event: {with: {source: 'https://golden.example', type: golden.told, data: {a: 1}}}}}
        - hear:
            listen:
              to: {one: {with: {type: golden.told}}}
            foreach:
              item: event
              do:
                - keep: {call: ganglion.record, with: {value: '${ $event.a }'}}
        - other: {run: {workflow: {namespace: golden, name: child, version: '1.0.0', input: {n: 21}}}}
        - recall: {call: ganglion.state, with: {get: golden}}
        - remember: {call: ganglion.state, with: {set: {golden: '${ ($state.golden // 0) + 1 }'}}}
        - read:
            try:
              - get: {call: http, with: {method: get, endpoint: '%1$s'}}
              - missing: {call: http, with: {method: get, endpoint: '%2$s'}}
            catch:
              errors: {with: {status: 404}}
              do:
                - instead: {set: {missing: true}}
        - write: {call: http, with: {method: post, endpoint: '%1$s', body: {a: 1}, output: response}, output: {as: .statusCode}}
        - post: {call: x.createPost, with: {connection: x, text: golden}, metadata: {ganglion: {compensate: auto}}, output: {as: '{posted: true}'}}
        - pair:
            fork:
              branches:
                - here: {call: x.createPost, with: {connection: x, text: here}}
                - there: {call: x.createPost, with: {connection: y, text: there}}
            metadata: {ganglion: {group: atomic}}
            output: {as: length}
        - vote:
            call: ganglion.swarm
            with:
              connection: model
              n: 3
              arguments: {model: lab-small-1, messages: [{role: user, content: hello}]}
              reducer: {type: quorum, quorum: 1, by: '"same"'}
            output: {as: .needed}
        - rest: {wait: PT1.2S}
      """;

  private GoldenWorkflows() {}

  static String outside(LoopbackPlatform platform) {
    platform.fault("/missing", LoopbackPlatform.Fault.MISSING);
    return OUTSIDE.formatted(platform.url("/there"), platform.url("/missing"));
  }
}
