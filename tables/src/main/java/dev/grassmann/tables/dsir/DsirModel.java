package dev.grassmann.tables.dsir;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grassmann.core.Result;
import dev.grassmann.core.data.DocumentText;
import dev.grassmann.core.report.Report;
import dev.grassmann.core.run.RunFolder;
import java.nio.file.Path;
import java.util.List;

/**
 * Two models of hashed n-grams, of a target and of raw text: what is fitted once and then weighs
 * any number of documents.
 *
 * @param map how texts become buckets
 * @param place where the text of raw documents is
 * @param smoothing pseudo-count of the target's model
 * @param raw counts of raw text, up to the budget
 * @param targets one, or several that are served separately
 * @param grams n-grams that say most about the targets, for people; may be empty
 */
public record DsirModel(
    FeatureMap map,
    DocumentText place,
    double smoothing,
    BucketCounts raw,
    List<Target> targets,
    List<Gram> grams)
    implements Result {

  /**
   * One target.
   *
   * @param name what it was read from
   * @param counts all of its n-grams
   */
  public record Target(String name, BucketCounts counts) {}

  /**
   * An n-gram with what it says.
   *
   * @param text its tokens, joined by blanks
   * @param target share of its bucket in the targets
   * @param raw share of its bucket in raw text
   * @param logRatio d of its bucket, in nats
   */
  public record Gram(String text, double target, double raw, double logRatio) {}

  public DsirModel {
    targets = List.copyOf(targets);
    grams = List.copyOf(grams);
  }

  /** The weight function of one target. */
  public LogRatio logRatio(int target) {
    return LogRatio.of(targets.get(target).counts(), raw, smoothing);
  }

  /** KL(target || raw) in nats, with one added to each count of raw text. */
  double divergence(int target) {
    return Divergence.kl(targets.get(target).counts().shares(0), raw.shares(1));
  }

  /**
   * Reads what {@link #save} wrote.
   *
   * @param folder of a run of {@code sample fit}
   * @throws dev.grassmann.core.InputException where it is none
   */
  public static DsirModel load(Path folder) {
    return ModelFiles.load(folder);
  }

  @Override
  public String headline() {
    return ModelText.headline(this);
  }

  @Override
  public String text() {
    return ModelText.text(this);
  }

  @Override
  public JsonNode json() {
    return ModelFiles.about(this);
  }

  @Override
  public void save(RunFolder folder) {
    ModelFiles.save(this, folder);
  }

  @Override
  public void describe(Report report) {
    ModelText.describe(this, report);
  }
}
