package dev.grassmann.clusters.molrg;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grassmann.core.Result;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.io.Json;
import dev.grassmann.core.report.Report;
import dev.grassmann.core.run.RunFolder;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A point edited along directions, each a strip from one side to the other.
 *
 * @param d numbers a point
 * @param sigma noise level of the edit
 * @param time of the schedule
 * @param values singular values of the Jacobian's directions
 * @param sweeps of the subspace iteration
 * @param strips by row, then kind, then number
 * @param picture how points are shown
 */
public record Edits(
    int d,
    double sigma,
    double time,
    double[] values,
    int sweeps,
    List<Strip> strips,
    PointPicture picture)
    implements Result {

  /** Where a direction comes from. */
  public enum Kind {
    JACOBIAN,
    PRINCIPAL,
    RANDOM;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * One direction.
   *
   * @param vector of length 1, d numbers
   */
  public record Direction(Kind kind, int number, double[] vector) {}

  /**
   * A point moved along one direction.
   *
   * @param row the point
   * @param alphas how far x_t was moved, ascending, 0 in the middle
   * @param edited a row each, in the points' units
   * @param inside length of the change between the ends, on the mask's pixels
   * @param outside the same on the others; 0 without a mask
   * @param target attribute that changes most between the ends
   * @param change how much it changes
   * @param selectivity share of that attribute in the summed changes of all, 0 to 1
   */
  public record Strip(
      int row,
      Direction direction,
      double[] alphas,
      double[] edited,
      double inside,
      double outside,
      int target,
      double change,
      double selectivity) {

    static Strip measured(
        int row,
        Direction direction,
        double[] alphas,
        double[] edited,
        boolean[] mask,
        double[] attributes) {
      int d = direction.vector().length;
      double[] change = new double[d];
      Arrays.setAll(change, j -> edited[(alphas.length - 1) * d + j] - edited[j]);
      double inside = 0;
      double outside = 0;
      for (int j = 0; j < d; j++) {
        if (mask == null || mask[j]) {
          inside += change[j] * change[j];
        } else {
          outside += change[j] * change[j];
        }
      }
      int k = attributes.length / d;
      double[] scores = new double[k];
      for (int j = 0; j < d; j++) {
        for (int a = 0; a < k; a++) {
          scores[a] += attributes[j * k + a] * change[j];
        }
      }
      int target = 0;
      double sum = 0;
      for (int a = 0; a < k; a++) {
        sum += Math.abs(scores[a]);
        target = Math.abs(scores[a]) > Math.abs(scores[target]) ? a : target;
      }
      return new Strip(
          row,
          direction,
          alphas,
          edited,
          Math.sqrt(inside),
          Math.sqrt(outside),
          target,
          scores[target],
          sum > 0 ? Math.abs(scores[target]) / sum : 0);
    }
  }

  public Edits {
    strips = List.copyOf(strips);
  }

  /** Mean length of the change along directions of one kind, on the edited point itself. */
  double effect(Kind kind) {
    int own = strips.get(0).row();
    return strips.stream()
        .filter(s -> s.direction().kind() == kind && s.row() == own)
        .mapToDouble(Strip::inside)
        .average()
        .orElse(0);
  }

  @Override
  public String headline() {
    return String.format(
        Locale.ROOT,
        "%d directions of the Jacobian at time %.2f change row %d by %.3g on average, principal"
            + " ones by %.3g, random ones by %.3g",
        values.length,
        time,
        strips.get(0).row(),
        effect(Kind.JACOBIAN),
        effect(Kind.PRINCIPAL),
        effect(Kind.RANDOM));
  }

  @Override
  public String text() {
    StringBuilder text =
        new StringBuilder(
            "   row  direction    change   outside   attribute   by        selectivity\n");
    for (Strip strip : strips) {
      Direction direction = strip.direction();
      text.append(
          String.format(
              Locale.ROOT,
              "%6d  %-9s %d %8.4f %9.4f %8d %12.4f %9.3f%n",
              strip.row(),
              direction.kind().word(),
              direction.number(),
              strip.inside(),
              strip.outside(),
              strip.target(),
              strip.change(),
              strip.selectivity()));
    }
    return text.toString();
  }

  @Override
  public JsonNode json() {
    ObjectNode node = Json.object().put("sigma", sigma).put("time", time).put("sweeps", sweeps);
    node.set("singularValues", Json.tree(values));
    ArrayNode rows = node.putArray("strips");
    for (Strip strip : strips) {
      ObjectNode row = rows.addObject().put("row", strip.row());
      row.put("kind", strip.direction().kind().word()).put("number", strip.direction().number());
      row.put("inside", strip.inside()).put("outside", strip.outside());
      row.put("attribute", strip.target()).put("change", strip.change());
      row.put("selectivity", strip.selectivity());
      row.set("alphas", Json.tree(strip.alphas()));
    }
    return node;
  }

  /**
   * Writes {@code edits.csv}, {@code directions.npy} (those of the first row, in the table's order)
   * and {@code edited.npy} (all strips, one point a row).
   */
  @Override
  public void save(RunFolder folder) {
    StringBuilder csv =
        new StringBuilder("row,kind,number,inside,outside,attribute,change,selectivity\n");
    for (Strip strip : strips) {
      csv.append(strip.row()).append(',').append(strip.direction().kind().word()).append(',');
      csv.append(strip.direction().number()).append(',').append(strip.inside()).append(',');
      csv.append(strip.outside()).append(',').append(strip.target()).append(',');
      csv.append(strip.change()).append(',').append(strip.selectivity()).append('\n');
    }
    folder.writeText("edits.csv", csv.toString());
    int own = strips.get(0).row();
    List<Strip> first = strips.stream().filter(s -> s.row() == own).toList();
    folder.writeNpy(
        "directions.npy", rows(first.stream().map(s -> s.direction().vector()).toList()));
    folder.writeNpy("edited.npy", rows(strips.stream().map(Strip::edited).toList()));
  }

  private Vectors rows(List<double[]> parts) {
    double[] all = parts.stream().flatMapToDouble(Arrays::stream).toArray();
    float[] narrow = new float[all.length];
    for (int p = 0; p < narrow.length; p++) {
      narrow[p] = (float) all[p];
    }
    return Vectors.of(narrow, narrow.length / d, d);
  }

  @Override
  public void describe(Report report) {
    new EditPictures(this).addTo(report);
  }
}
