package io.ganglion.api.a2a;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * How a message is to be answered.
 *
 * @param history how many messages of the task's history are wanted
 * @param immediately whether the task is answered as it is at once
 * @param push who is to be told of the task; missing for nobody
 */
record Configuration(int history, boolean immediately, JsonNode push) {
  /**
   * @throws A2aError if it is none that can be followed
   */
  static Configuration read(JsonNode params) {
    var sent = params.path("configuration");
    if (given(sent) && !sent.isObject()) {
      throw A2aError.params("'configuration' has to be an object");
    }
    var immediately = sent.path("returnImmediately");
    if (given(immediately) && !immediately.isBoolean()) {
      throw A2aError.params("'returnImmediately' has to be true or false");
    }
    return new Configuration(
        history(sent, 1), immediately.asBoolean(), sent.path("taskPushNotificationConfig"));
  }

  /**
   * How many messages of a task's history are wanted.
   *
   * @param unsaid where nothing is said of it
   * @throws A2aError if it is no number of messages
   */
  static int history(JsonNode asked, int unsaid) {
    var length = asked.path("historyLength");
    if (!given(length)) {
      return unsaid;
    }
    if (!length.isInt() || length.intValue() < 0) {
      throw A2aError.params("'historyLength' has to be a whole number from 0");
    }
    return length.intValue();
  }

  boolean pushes() {
    return given(push);
  }

  private static boolean given(JsonNode value) {
    return !value.isMissingNode() && !value.isNull();
  }
}
