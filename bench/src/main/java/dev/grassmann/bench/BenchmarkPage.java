package dev.grassmann.bench;

import java.util.List;
import java.util.Locale;

/** The rows as a page for people. */
final class BenchmarkPage {
  private BenchmarkPage() {}

  private static final String HEADER =
      """
      # Benchmarks

      *Written by `grassmann bench`; do not edit by hand. The same figures for programs are in `benchmarks.json`.*

      Each row is one piece of work that ours and a peer's program did on the same file, on the same machine, in
      turns. The ratio is the peer's time over ours, formed pair by pair: its median, and in brackets its smallest
      and largest. A row counts only where both gave the same answer; the column says by what measure. On a shared
      machine a ratio can be trusted and a time cannot; a load (processes that want a processor, ours and the peer's
      among them) far above the number of cores widens the range of the ratios too.

      ## How to run it

      ```
      grassmann bench                       # every comparison
      grassmann bench outrank mp-sae        # some of them
      grassmann bench --pairs 5             # more turns
      ```

      The first run makes one virtual environment for each group of peers in the user's cache folder
      (`$XDG_CACHE_HOME/grassmann/peers`, else `~/.cache/grassmann/peers`) with the versions pinned in
      `bench/peers/*.txt`; the one with torch takes several GiB. It needs a Python 3.11 to 3.13 (`--python`).
      Four peers are not packaged: put checkouts of `zahraatashgahi/QuickSelection`, `ChongYou/subspace-clustering`,
      `minyoungg/platonic-rep` and `Blealtan/efficient-kan` into one folder under the names `quickselection`,
      `subspace-clustering`, `platonic-rep` and `efficient-kan`, and name it by `--peers` or `GRASSMANN_PEERS`;
      without it their rows are skipped, and the command says so.

      Where a peer names how its threads were set, it was tried with as many threads as cores, sleeping and
      spinning while they wait, and with one, and the fastest was taken; else it runs with as many threads as
      cores, which sleep, as ours do. A peer that holds its data is stopped while it is our turn.
      Kernels alone are measured by JMH: see `bench/README.md`.

      ## Figures
      """;

  static String of(List<Row> rows) {
    StringBuilder page = new StringBuilder(HEADER);
    String system = "";
    for (Row row : rows) {
      if (!row.system().equals(system)) {
        system = row.system();
        page.append(
            """

            ### %s

            | work | figure | peer | ours, s | peer, s | ratio | same answer | target |
            |---|---|---|---|---|---|---|---|
            """
                .formatted(Comparisons.title(system)));
      }
      page.append(line(row));
    }
    if (!rows.isEmpty()) {
      page.append("\n## Machines\n\n");
      rows.stream().map(BenchmarkPage::machine).distinct().forEach(page::append);
    }
    return page.toString();
  }

  private static String machine(Row row) {
    Machine machine = row.machine();
    return String.format(
        Locale.ROOT,
        "- %s: %s, %d cores, Java %s, %s%n",
        row.system(),
        machine.processor(),
        machine.cores(),
        machine.java(),
        machine.day());
  }

  private static String turns(Row row) {
    String pairs = row.pairs() + (row.pairs() == 1 ? " pair" : " pairs");
    double load = row.machine().load();
    return load == 0 ? pairs : pairs + String.format(Locale.ROOT, ", load %.1f", load);
  }

  private static String line(Row row) {
    String least = row.unfinished() ? "> " : "";
    String same =
        row.unfinished()
            ? "not compared: the peer did not finish"
            : (row.answers().equal() ? "yes: " : "**no**: ") + row.answers().how();
    return String.format(
        Locale.ROOT,
        "| %s | %s | %s | %s | %s%s | %s%s (%s to %s; %s) | %s | %s: %s |%n",
        row.work(),
        row.figure(),
        row.peer(),
        Row.plain(row.ours().median()),
        least,
        Row.plain(row.theirs().median()),
        least,
        Row.plain(row.ratio().median()),
        Row.plain(row.ratio().min()),
        Row.plain(row.ratio().max()),
        turns(row),
        same,
        row.target().text(),
        row.target().met() ? "met" : "**missed**");
  }
}
