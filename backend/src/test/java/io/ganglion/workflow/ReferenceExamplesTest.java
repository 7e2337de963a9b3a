package io.ganglion.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Workflows after the examples of the DSL's reference, as far as their tasks are offered.
 *
 * @see <a
 *     href="https://github.com/serverlessworkflow/specification/blob/v1.0.3/dsl-reference.md">DSL
 *     reference</a>
 */
@Tag("unit")
class ReferenceExamplesTest {

  private record Example(String name, String body, List<String> tasks) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Example example(String name, String body, String... tasks) {
    return new Example(name, body, List.of(tasks));
  }

  static Stream<Example> examples() {
    return Stream.of(
        example(
            "call an HTTP endpoint",
            """
            do:
              - getPet:
                  call: http
                  with: {method: get, endpoint: 'https://pets.example/v2/pet/{petId}'}
            """,
            "getPet"),
        example(
            "do several things in sequence",
            """
            do:
              - bookHotel:
                  call: http
                  with:
                    method: post
                    endpoint: {uri: 'https://booking.example/hotels'}
                    body: {name: Four Seasons, city: Antwerp}
              - bookFlight:
                  call: http
                  with:
                    method: post
                    endpoint: {uri: 'https://booking.example/flights'}
                    body:
                      departure: {date: '01/01/26', from: {airport: BRU}}
                      arrival: {date: '01/01/26', to: {airport: LIS}}
            """,
            "bookHotel",
            "bookFlight"),
        example(
            "loop with an item of a chosen name",
            """
            do:
              - checkup:
                  for: {each: pet, in: .pets, at: index}
                  while: .vet != null
                  do:
                    - waitForCheckup:
                        wait: PT1S
                        output:
                          as: '.pets + [{ "id": $pet.id }]'
            """,
            "checkup"),
        example(
            "let branches compete",
            """
            do:
              - raiseAlarm:
                  fork:
                    compete: true
                    branches:
                      - callNurse:
                          call: http
                          with:
                            method: put
                            endpoint: https://hospital.example/api/v3/alert/nurses
                            body: {patientId: '${ .patient.fullName }', room: '${ .room.number }'}
                      - callDoctor:
                          call: http
                          with:
                            method: put
                            endpoint: https://hospital.example/api/v3/alert/doctor
                            body: {patientId: '${ .patient.fullName }', room: '${ .room.number }'}
            """,
            "raiseAlarm"),
        example(
            "switch to other tasks and raise an error by default",
            """
            do:
              - processTicket:
                  switch:
                    - highPriority: {when: .ticket.priority == "high", then: escalateToManager}
                    - lowPriority: {when: .ticket.priority == "low", then: resolveTicket}
                    - default: {then: raiseUndefinedPriorityError}
              - raiseUndefinedPriorityError:
                  raise:
                    error:
                      type: https://tickets.example/errors/undefined-priority
                      status: 400
                      instance: /raiseUndefinedPriorityError
                      title: Undefined Priority
              - escalateToManager:
                  call: http
                  with:
                    method: post
                    endpoint: https://tickets.example/escalate
                    body: {ticketId: '${ .ticket.id }'}
              - resolveTicket:
                  call: http
                  with:
                    method: post
                    endpoint: https://tickets.example/resolve
                    body: {ticketId: '${ .ticket.id }'}
            """,
            "processTicket",
            "raiseUndefinedPriorityError",
            "escalateToManager",
            "resolveTicket"),
        example(
            "set data by an object and by one expression",
            """
            do:
              - setShape:
                  set:
                    shape: circle
                    size: ${ .configuration.size }
                    fill: ${ .configuration.fill }
              - setColor:
                  set: ${ .configuration.color }
            """,
            "setShape",
            "setColor"),
        example(
            "leave a branch of the flow by exit",
            """
            do:
              - processOrder:
                  switch:
                    - case1: {when: .orderType == "electronic", then: processElectronicOrder}
                    - default: {then: handleUnknownOrderType}
              - processElectronicOrder:
                  do:
                    - validatePayment:
                        call: http
                        with: {method: post, endpoint: 'https://payment.example/validate'}
                  then: exit
              - handleUnknownOrderType:
                  do:
                    - logWarning:
                        call: http
                        with: {method: post, endpoint: 'https://logging.example/warn'}
            """,
            "processOrder",
            "processElectronicOrder",
            "handleUnknownOrderType"),
        example(
            "try again with growing delays",
            """
            do:
              - trySomething:
                  try:
                    - callIt:
                        call: http
                        with: {method: get, endpoint: 'https://a.example'}
                  catch:
                    errors:
                      with:
                        type: https://serverlessworkflow.io/spec/1.0.0/errors/communication
                        status: 503
                    as: error
                    retry:
                      delay: {seconds: 3}
                      backoff: {exponential: {}}
                      limit: {attempt: {count: 5}}
            """,
            "trySomething"),
        example(
            "time out as a whole",
            """
            do:
              - waitAMinute: {wait: {seconds: 60}}
            timeout:
              after: {seconds: 30}
            """,
            "waitAMinute"),
        example(
            "describe input, output and context",
            """
            input:
              schema:
                format: json
                document:
                  type: object
                  required: [order]
                  properties:
                    order:
                      type: object
                      required: [pet]
              from: .order.pet
            output:
              schema: {document: {type: object, required: [petId]}}
              as: {petId: '${ .pet.id }'}
            do:
              - first:
                  wait: PT1S
                  export: {as: '$context + .'}
              - second:
                  wait: PT2H15M30S
                  export: {as: .}
            """,
            "first",
            "second"));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void is_read(Example example) {
    assertThat(Reading.parseBody(example.body()).tasks())
        .extracting(NamedTask::name)
        .isEqualTo(example.tasks());
  }

  @Test
  void a_long_nest_of_tasks_is_checked_by_the_official_schema_in_time() {
    var body = new StringBuilder("do:\n");
    for (int depth = 0; depth < 15; depth++) {
      body.append("  ".repeat(depth * 2 + 1)).append("- level").append(depth).append(":\n");
      body.append("  ".repeat(depth * 2 + 3)).append("do:\n");
    }
    body.append("  ".repeat(31)).append("- last: {wait: PT1S}\n");
    assertThat(Reading.parseBody(body.toString()).tasks()).hasSize(1);
  }
}
