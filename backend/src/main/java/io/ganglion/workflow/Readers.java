package io.ganglion.workflow;

import io.ganglion.expression.Expressions;
import io.ganglion.schema.Schemas;

/** The readers of one document; task kinds hold each other, so they meet here. */
final class Readers {
  private final Phrases phrases;
  private final TimeReader times;
  private final ErrorReader errors;
  private final RetryReader retries;
  private final DataReader data;
  private final Shelf shelf;
  private final TaskReader tasks = new TaskReader(this);
  private final ListReader lists = new ListReader(this);
  private final FlowReader flows = new FlowReader(this);
  private final TryReader tries = new TryReader(this);
  private final EventReader events = new EventReader(this);
  private final ConsumptionReader consumptions;
  private final FunctionReader functions = new FunctionReader(this);
  private final RunReader runs;
  private final CallReader calls;

  /**
   * @param elsewhere of schemas that the document names by their address
   */
  Readers(
      Part document,
      Expressions expressions,
      Schemas schemas,
      Functions functions,
      SchemaSource elsewhere) {
    this.phrases = new Phrases(expressions, HeadReader.loose(document));
    this.consumptions = new ConsumptionReader(phrases);
    this.runs = new RunReader(phrases);
    this.times = new TimeReader(phrases);
    this.errors = new ErrorReader(phrases);
    this.retries = new RetryReader(phrases, times);
    this.data = new DataReader(phrases, schemas, elsewhere);
    this.shelf = new ShelfReader(times, errors, retries).read(document);
    this.calls = new CallReader(phrases, shelf, functions, schemas);
  }

  Phrases phrases() {
    return phrases;
  }

  TimeReader times() {
    return times;
  }

  ErrorReader errors() {
    return errors;
  }

  RetryReader retries() {
    return retries;
  }

  DataReader data() {
    return data;
  }

  Shelf shelf() {
    return shelf;
  }

  TaskReader tasks() {
    return tasks;
  }

  ListReader lists() {
    return lists;
  }

  FlowReader flows() {
    return flows;
  }

  TryReader tries() {
    return tries;
  }

  EventReader events() {
    return events;
  }

  ConsumptionReader consumptions() {
    return consumptions;
  }

  FunctionReader functions() {
    return functions;
  }

  RunReader runs() {
    return runs;
  }

  CallReader calls() {
    return calls;
  }
}
