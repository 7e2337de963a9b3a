package io.ganglion.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/**
 * The quorum experiment on the running stack: weak models of the laboratory are asked questions
 * with two choices, as any client would ask them, and most of the first N against what the binomial
 * says of it, and against one stronger model.
 */
final class LabQuorum {
  private static final int QUESTIONS = 100;
  private static final int WEAK = 63;
  private static final int ACCURACY = 60;
  private static final int STRONG = 90;
  private static final int AT_ONCE = 8;
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  private final String url;
  private final ApiClient api;
  private final Terminal terminal;
  private final HttpClient http = HttpClient.newHttpClient();

  /**
   * @param url the backend's address
   * @param api calls as a tenant
   */
  LabQuorum(String url, ApiClient api, Terminal terminal) {
    this.url = url;
    this.api = api;
    this.terminal = terminal;
  }

  /** Asks, and prints what was measured beside what was predicted. */
  void run() throws InterruptedException {
    String token =
        api.post("/lab/accounts", Map.of("platform", "model"), UUID.randomUUID().toString())
            .at("/connection/credentials/api_key")
            .asText();
    var votes = new ArrayList<boolean[]>();
    boolean[] strong = new boolean[QUESTIONS];
    long run = System.nanoTime(); // other questions each time
    for (int question = 0; question < QUESTIONS; question++) {
      var key = "q%d-%d".formatted(run, question);
      var said = said(token, key);
      // what two of three say that are right in 99 of 100 cases
      var right = said.getLast();
      var vote = new boolean[WEAK];
      for (int i = 0; i < WEAK; i++) {
        vote[i] = said.get(i).equals(right);
      }
      votes.add(vote);
      strong[question] = said.get(WEAK).equals(right);
      terminal.passing("%d of %d questions are answered".formatted(question + 1, QUESTIONS));
    }
    terminal.title(
        "%d questions, models that are right in %d of 100 cases".formatted(QUESTIONS, ACCURACY));
    terminal.line("models  measured   95 % confidence  predicted");
    for (int n : new int[] {1, 5, 15, 31, WEAK}) {
      double share = votes.stream().filter(vote -> right(vote, n)).count() / (double) QUESTIONS;
      terminal.line(line(n, share, Binomial.right(n, ACCURACY / 100.0)));
    }
    int alone = 0;
    for (boolean one : strong) {
      alone += one ? 1 : 0;
    }
    terminal.title("One model of %d, at the price of %d of these".formatted(STRONG, WEAK + 1));
    terminal.line(line(1, alone / (double) QUESTIONS, STRONG / 100.0));
    terminal.line("at 55 of 100 the price buys 127 models, and 0.871 is predicted: one is better");
  }

  private static boolean right(boolean[] vote, int n) {
    int right = 0;
    for (int i = 0; i < n; i++) {
      right += vote[i] ? 1 : 0;
    }
    return right > n / 2;
  }

  private static String line(int n, double share, double predicted) {
    double half = 1.96 * Math.sqrt(share * (1 - share) / QUESTIONS);
    return String.format(
        Locale.ROOT,
        "%6d  %8.4f   %.4f – %.4f  %9.4f",
        n,
        share,
        Math.max(0, share - half),
        Math.min(1, share + half),
        predicted);
  }

  /** What the weak ones say, then the strong one, then the truth. */
  private List<String> said(String token, String key) throws InterruptedException {
    var calls = new ArrayList<Callable<String>>();
    for (int i = 1; i <= WEAK; i++) {
      var model = "lab-p%d-%d".formatted(ACCURACY, i);
      calls.add(() -> answer(token, model, key));
    }
    calls.add(() -> answer(token, "lab-p%d-1".formatted(STRONG), key));
    for (int i = 1; i <= 3; i++) {
      var model = "lab-p99-" + i;
      calls.add(() -> answer(token, model, key));
    }
    try (var threads = Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
      var said = new ArrayList<String>();
      for (var answer : threads.invokeAll(calls)) {
        said.add(answer.get());
      }
      var three = said.subList(said.size() - 3, said.size());
      var most = three.get(0).equals(three.get(1)) ? three.get(0) : three.get(2);
      var all = new ArrayList<>(said.subList(0, said.size() - 3));
      all.add(most);
      return all;
    } catch (ExecutionException e) {
      throw new StackFailure("the laboratory's models do not answer: " + e.getCause(), e);
    }
  }

  private String answer(String token, String model, String key)
      throws IOException, InterruptedException {
    var question = "Which one?\n- left\n- right\nkey: " + key;
    var body =
        Map.of("model", model, "messages", List.of(Map.of("role", "user", "content", question)));
    var request =
        HttpRequest.newBuilder(URI.create(url + "/lab/model/v1/chat/completions"))
            .timeout(TIMEOUT)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(PrivateFile.JSON.writeValueAsString(body)))
            .build();
    JsonNode answer = PrivateFile.JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
    return answer.at("/choices/0/message/content").asText();
  }
}
