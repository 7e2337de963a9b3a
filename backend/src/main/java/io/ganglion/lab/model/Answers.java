package io.ganglion.lab.model;

import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What can be answered to a prompt: the choices it lists on lines that start with a dash, else a
 * handful of captions for its subject. One of them is best: where the prompt states a key, that and
 * the choices alone say which, however they are ordered and whatever else is written around them.
 */
final class Answers {
  private static final Pattern CHOICE = Pattern.compile("(?m)^\\s*- +(\\S.*?)\\s*$");
  private static final Pattern KEY = Pattern.compile("(?m)\\bkey: ([A-Za-z0-9-]{1,64})\\s*$");
  private static final Pattern QUOTED = Pattern.compile("[\"“]([^\"”]{1,80})[\"”]");
  private static final List<String> CAPTIONS =
      List.of(
          "%s is here. Come and see.",
          "Meet %s: made with care, made for you.",
          "Big day! %s has landed.",
          "Quietly better. That is %s.",
          "%s, because today deserves it.");

  private Answers() {}

  static List<String> of(String prompt) {
    var choices = CHOICE.matcher(prompt).results().map(choice -> choice.group(1)).toList();
    if (choices.size() > 1) {
      return choices;
    }
    var subject = subject(prompt);
    return CAPTIONS.stream().map(caption -> caption.formatted(subject)).toList();
  }

  /** The model's answer: often the best one, else any of the others. */
  static String by(WeakModel model, long seed, String prompt) {
    var answers = of(prompt);
    var key = KEY.matcher(prompt).results().map(stated -> stated.group(1)).findFirst();
    int best =
        key.map(stated -> answers.indexOf(right(stated, answers)))
            .orElseGet(() -> Dice.pick(prompt, answers.size()));
    var luck = "%s|%d|%s".formatted(model.name(), seed, key.orElse(prompt));
    if (Dice.roll(luck) < model.skill()) {
      return answers.get(best);
    }
    int others = Dice.pick("other|" + luck, answers.size() - 1);
    return answers.get(others < best ? others : others + 1);
  }

  /** Which of the choices is right by a key; the same in whatever order they are. */
  static String right(String key, List<String> choices) {
    return choices.stream()
        .min(Comparator.comparingDouble(choice -> Dice.roll(key + "|" + choice)))
        .orElseThrow();
  }

  /** What stands in quotes first, else our own name for it. */
  private static String subject(String prompt) {
    return QUOTED
        .matcher(prompt)
        .results()
        .findFirst()
        .map((MatchResult quoted) -> quoted.group(1))
        .orElse("the new thing");
  }
}
