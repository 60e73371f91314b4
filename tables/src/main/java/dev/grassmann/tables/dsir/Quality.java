package dev.grassmann.tables.dsir;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Four figures of a document's tokens, and the bounds that the paper's run on the Pile sets them:
 * text that is too short or long, repeats itself, says little, or is made of digits is left out.
 *
 * @param tokens how many there are
 * @param repeated share of the most frequent token
 * @param informative share of tokens that are neither stop words nor single marks
 * @param worded share of tokens that are no single digit
 */
record Quality(int tokens, double repeated, double informative, double worded) {
  /** English words that stand in every text, and what contractions leave of them when cut. */
  private static final Set<String> STOP_WORDS =
      Set.of(
          ("i me my myself we our ours ourselves you your yours yourself yourselves he him his himself"
                  + " she her hers herself it its itself they them their theirs themselves"
                  + " what which who whom this that these those"
                  + " am is are was were be been being have has had having do does did doing"
                  + " will can should now"
                  + " a an the and but if or because as until while of at by for with about against"
                  + " between into through during before after above below to from up down in out on"
                  + " off over under again further then once here there when where why how"
                  + " all any both each few more most other some such no nor not only own same so than"
                  + " too very just"
                  + " s t d ll m o re ve y ma don ain aren couldn didn doesn hadn hasn haven isn mightn"
                  + " mustn needn shan shouldn wasn weren won wouldn"
                  + " aren't can't couldn't didn't doesn't don't hadn't hasn't haven't isn't mightn't"
                  + " mustn't needn't shan't shouldn't should've wasn't weren't won't wouldn't"
                  + " he'd he'll he's i'd i'll i'm i've it'd it'll it's she'd she'll she's that'll"
                  + " they'd they'll they're they've we'd we'll we're we've you'd you'll you're you've")
              .split(" "));

  /** Of the tokens of a document. */
  static Quality of(Tokens document) {
    int count = document.count();
    if (count == 0) {
      return new Quality(0, 0, 0, 0);
    }
    Map<String, Integer> times = new HashMap<>();
    int most = 0;
    int informative = 0;
    int worded = 0;
    for (int t = 0; t < count; t++) {
      String token = document.text(t, 1);
      most = Math.max(most, times.merge(token, 1, Integer::sum));
      informative += isMark(token) || STOP_WORDS.contains(token) ? 0 : 1;
      worded += token.length() == 1 && token.charAt(0) >= '0' && token.charAt(0) <= '9' ? 0 : 1;
    }
    double all = count;
    return new Quality(count, most / all, informative / all, worded / all);
  }

  /** Whether all four are within the paper's bounds. */
  boolean passes() {
    return tokens > 40
        && tokens < 500
        && repeated > 0.02
        && repeated < 0.2
        && informative > 0.3
        && informative < 0.7
        && worded > 0.8;
  }

  /** A single ASCII character that is neither letter, digit nor blank. */
  private static boolean isMark(String token) {
    char c = token.charAt(0);
    return token.length() == 1 && c > ' ' && c < 0x7F && !Character.isLetterOrDigit(c);
  }
}
