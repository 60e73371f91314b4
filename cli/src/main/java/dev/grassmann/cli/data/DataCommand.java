package dev.grassmann.cli.data;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grassmann.cli.Command;
import dev.grassmann.cli.Session;
import dev.grassmann.cli.Similar;
import dev.grassmann.core.InputException;
import dev.grassmann.core.catalogue.Catalogue;
import dev.grassmann.core.catalogue.DataSet;
import dev.grassmann.core.io.Json;
import dev.grassmann.core.run.Fingerprint;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;

/** {@code grassmann data [NAME]}. */
@CommandLine.Command(
    name = "data",
    description = "Named data sets: what they are, licence, source, and whether they are here")
public final class DataCommand implements Command {
  @CommandLine.Option(names = "--json", description = "print JSON on standard output, nothing else")
  private boolean json;

  @CommandLine.Parameters(
      arity = "0..1",
      paramLabel = "NAME",
      description = "show one data set in full, and check its file against its checksum")
  private String name;

  @Override
  public int run(Session session) throws IOException {
    PrintWriter out = session.terminal().out();
    return name == null ? list(out) : show(find(name), out);
  }

  private static DataSet find(String name) {
    List<String> names = Catalogue.all().stream().map(DataSet::name).toList();
    if (!names.contains(name)) {
      String hint =
          Similar.to(name, names).map(known -> "did you mean '" + known + "'? ").orElse("");
      throw new InputException(
          "there is no data set '" + name + "'", "", hint + "see 'grassmann data'");
    }
    return Catalogue.of(name);
  }

  private int list(PrintWriter out) {
    List<DataSet> sets = Catalogue.all();
    if (json) {
      ArrayNode array = Json.array();
      sets.forEach(set -> array.add(node(set)));
      out.println(Json.pretty(array));
      return 0;
    }
    int width = sets.stream().mapToInt(set -> set.name().length()).max().orElse(0);
    for (DataSet set : sets) {
      String state = set.shipped() ? "shipped" : set.path().isPresent() ? "here" : "absent";
      out.printf(Locale.ROOT, "%-" + width + "s  %-7s  %s%n", set.name(), state, set.what());
    }
    long here = sets.stream().filter(set -> set.path().isPresent()).count();
    out.printf(
        Locale.ROOT,
        "%n%d of %d are here. 'grassmann data NAME' shows licence and source.%n",
        here,
        sets.size());
    return 0;
  }

  private int show(DataSet set, PrintWriter out) throws IOException {
    Optional<Path> path = set.path();
    String found = path.isPresent() ? Fingerprint.sha256(path.get()) : "";
    boolean spoilt = path.isPresent() && !found.equals(set.sha256());
    if (json) {
      ObjectNode node = node(set);
      if (path.isPresent()) {
        node.put("intact", !spoilt);
      }
      out.println(Json.pretty(node));
      return spoilt ? 1 : 0;
    }
    out.println(set.name() + ": " + set.what());
    out.println("licence   " + set.licence());
    out.println("source    " + set.source());
    out.println("file      " + set.file());
    out.println("sha256    " + set.sha256());
    if (path.isEmpty()) {
      out.println("here      no: keep it below $GRASSMANN_DATA or ~/.cache/grassmann/data");
    } else if (spoilt) {
      out.println("here      " + path.get());
      out.println("spoilt    its sha256 is " + found + "; fetch it again");
    } else {
      out.println("here      " + path.get() + ", checksum agrees");
    }
    return spoilt ? 1 : 0;
  }

  private static ObjectNode node(DataSet set) {
    ObjectNode node = (ObjectNode) Json.tree(set);
    node.put("present", set.path().isPresent());
    set.path().ifPresent(path -> node.put("path", path.toString()));
    return node;
  }
}
