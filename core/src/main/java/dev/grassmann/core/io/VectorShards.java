package dev.grassmann.core.io;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Vectors;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.PatternSyntaxException;

/**
 * Vectors that lie in several .npy or .safetensors files, one after the other in the order of their
 * names. Each file is mapped, so that all of them together may be larger than memory.
 */
final class VectorShards implements Vectors {
  private static final String[] ENDINGS = {".npy", ".safetensors"};

  private final List<Vectors> shards;
  private final int[] first; // number of each shard's first row, and of all rows

  private VectorShards(List<Vectors> shards, int[] first) {
    this.shards = shards;
    this.first = first;
  }

  /**
   * The files that a folder or a pattern with {@code *} names; none where it is neither, or other
   * files are meant.
   */
  static List<Path> files(Path given) {
    Path folder = Files.isDirectory(given) ? given : given.toAbsolutePath().getParent();
    String pattern = Files.isDirectory(given) ? "*" : given.getFileName().toString();
    boolean several = Files.isDirectory(given) || (!Files.exists(given) && pattern.contains("*"));
    List<Path> files = new ArrayList<>();
    if (!several || folder == null || !Files.isDirectory(folder)) {
      return files;
    }
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, pattern)) {
      for (Path file : found) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (Arrays.stream(ENDINGS).anyMatch(name::endsWith) && Files.isRegularFile(file)) {
          files.add(file);
        }
      }
    } catch (IOException e) {
      throw InputFiles.unreadable(folder, e);
    } catch (PatternSyntaxException e) {
      return List.of();
    }
    files.sort(null);
    return files;
  }

  /**
   * @param files at least one
   * @throws InputException where they differ in their numbers a row
   */
  static Vectors of(List<Path> files) {
    List<Vectors> shards = new ArrayList<>();
    int[] first = new int[files.size() + 1];
    for (int s = 0; s < files.size(); s++) {
      Vectors shard = VectorFiles.read(files.get(s));
      int d = s == 0 ? shard.d() : shards.get(0).d();
      if (shard.d() != d) {
        throw InputException.file(
            files.get(s),
            "has " + shard.d() + " numbers a row, " + files.get(0).getFileName() + " has " + d,
            "name files of one width");
      }
      first[s + 1] = RowShape.length((long) first[s] + shard.n(), "rows", files.get(s).toString());
      shards.add(shard);
    }
    return shards.size() == 1 ? shards.get(0) : new VectorShards(shards, first);
  }

  @Override
  public int n() {
    return first[shards.size()];
  }

  @Override
  public int d() {
    return shards.get(0).d();
  }

  private int shard(int row) {
    int found = Arrays.binarySearch(first, row);
    return found >= 0 ? found : -found - 2;
  }

  @Override
  public void copyRows(int from, int count, float[] target, int offset) {
    Objects.checkFromIndexSize(from, count, n());
    int done = 0;
    while (done < count) {
      int s = shard(from + done);
      int inShard = from + done - first[s];
      int now = Math.min(count - done, first[s + 1] - first[s] - inShard);
      shards.get(s).copyRows(inShard, now, target, offset + done * d());
      done += now;
    }
  }

  @Override
  public String place(int row) {
    int s = shard(Objects.checkIndex(row, n()));
    return shards.get(s).place(row - first[s]);
  }
}
