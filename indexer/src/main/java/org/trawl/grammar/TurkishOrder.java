package org.trawl.grammar;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// In which orders endings follow a Turkish root.
final class TurkishOrder {
  /// What a word is as far as its beginning has been read.
  enum State {
    NOUN,
    PLURAL,
    OWNED,
    CASE,
    RELATED,
    COPULA,
    VERB,
    ABLE,
    NEGATED,
    TENSE,
    ADVERB,
    MADE_NOUN
  }

  record Step(TurkishSuffix suffix, State before) {}

  private static final Map<State, List<Step>> STEPS = steps();

  private TurkishOrder() {}

  /// The endings after which a word is in a state, with the states before them.
  static List<Step> steps(State state) {
    return requireNonNull(STEPS.get(state));
  }

  private static Map<State, List<Step>> steps() {
    Map<State, List<Step>> steps = new EnumMap<>(State.class);
    for (State state : State.values()) {
      steps.put(state, new ArrayList<>());
    }
    for (State nominal : List.of(State.NOUN, State.MADE_NOUN)) {
      join(steps, nominal, State.PLURAL, "lAr");
    }
    for (State nominal : List.of(State.NOUN, State.MADE_NOUN, State.PLURAL)) {
      join(steps, nominal, State.OWNED, "(I)m (I)n (s)I (I)mIz (I)nIz lArI");
      join(steps, nominal, State.CASE, "(y)I (y)A DA DAn (n)In (y)lA CA");
    }
    join(steps, State.OWNED, State.CASE, "nI nA nDA nDAn nIn ylA nCA I A DA DAn In lA");
    join(steps, State.CASE, State.RELATED, "ki");
    join(steps, State.RELATED, State.PLURAL, "lAr");
    join(steps, State.RELATED, State.CASE, "nI nA nDA nDAn nIn ylA");
    List<State> said =
        List.of(
            State.NOUN,
            State.MADE_NOUN,
            State.PLURAL,
            State.OWNED,
            State.CASE,
            State.RELATED,
            State.COPULA,
            State.TENSE);
    for (State state : said) {
      join(steps, state, State.COPULA, "(y)DI (y)mIş (y)sA DIr (y)Im sIn (y)Iz sInIz lAr (y)ken");
    }
    for (State state : List.of(State.COPULA, State.TENSE)) {
      join(steps, state, State.COPULA, "m n k nIz");
    }
    for (State state : List.of(State.ABLE, State.NEGATED)) {
      join(steps, state, State.TENSE, "m yIz");
    }
    join(steps, State.VERB, State.VERB, "(I)l (I)n DIr t Ir Ar (I)ş (I)t");
    join(steps, State.VERB, State.ABLE, "(y)Abil (y)AmA (y)Iver");
    for (State state : List.of(State.VERB, State.ABLE)) {
      join(steps, state, State.NEGATED, "mA");
      join(steps, state, State.TENSE, "mIyor (y)AmIyor");
    }
    for (State state : List.of(State.VERB, State.ABLE, State.NEGATED)) {
      join(steps, state, State.TENSE, "(I)yor (y)AcAK DI mIş (A)r (I)r z sA mAlI mAktA");
      join(steps, state, State.TENSE, "sIn (y)In (y)InIz (y)AyIm (y)AlIm sAnA sAnIzA");
      join(steps, state, State.MADE_NOUN, "mAK mA (y)Iş (y)An DIK (y)AcAK mIş (y)IcI");
      join(
          steps,
          state,
          State.ADVERB,
          "(y)Ip (y)A (y)ArAk (y)IncA DIkçA mAdAn (y)AlI mAksIzIn CAsInA");
    }
    return steps;
  }

  private static void join(
      Map<State, List<Step>> steps, State before, State after, String suffixes) {
    for (String suffix : suffixes.split(" ")) {
      requireNonNull(steps.get(after)).add(new Step(new TurkishSuffix(suffix), before));
    }
  }
}
