package dev.grassmann.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.grassmann.core.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Peers whose Python is a shell script of three lines. */
class PeerProcessTest {
  @TempDir Path folder;

  @BeforeEach
  void scriptsRunHere() {
    assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
  }

  private Path script(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + text);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** An environment that is installed already, with this script for a Python. */
  private PeerEnvironment environment(String python) throws IOException {
    script(folder.resolve("numpy/bin/python"), python);
    try (InputStream pins = PeerEnvironment.class.getResourceAsStream("peers/numpy.txt")) {
      Files.write(folder.resolve("numpy/installed.txt"), pins.readAllBytes());
    }
    return PeerEnvironment.ready(folder, "numpy", "no-python-is-needed", line -> {});
  }

  @Test
  void asksAPeerForTheSameWorkAgainAndAgain() throws IOException {
    PeerEnvironment environment =
        environment(
            """
            n=0
            echo '{"version": "fake 1"}'
            while read request; do n=$((n + 1)); echo "{\\"seconds\\": 0.5, \\"answer\\": $n}"; done
            """);
    try (PeerWorker peer = PeerWorker.start(environment, folder, "cka.py")) {
      assertEquals("fake 1", peer.version());
      assertEquals(1, peer.run().answer().asInt());
      PeerWorker.Reply second = peer.run();
      assertEquals(2, second.answer().asInt());
      assertEquals(0.5, second.seconds());
    }
  }

  @Test
  void keepsTheSettingOfThreadsThatIsFastest() throws IOException {
    PeerEnvironment environment =
        environment(
            """
            s=0.75
            case $OMP_WAIT_POLICY in ACTIVE) s=0.25 ;; esac
            echo '{"version": "fake 1"}'
            while read request; do echo "{\\"seconds\\": $s, \\"answer\\": 0}"; done
            """);
    try (PeerWorker peer = PeerWorker.fastest(environment, folder, "cka.py")) {
      assertEquals(0.25, peer.run().seconds());
      assertEquals("fake 1, threads spin", peer.version());
    }
  }

  @Test
  void handsTheWorkFolderAndTheArgumentsToTheScript() throws IOException {
    PeerEnvironment environment = environment("echo \"{\\\"version\\\": \\\"$*\\\"}\"\n");
    try (PeerWorker peer = PeerWorker.start(environment, folder, "cka.py", "a", "b")) {
      assertEquals(folder.resolve("scripts/cka.py") + " " + folder + " a b", peer.version());
    }
  }

  @Test
  void namesTheLogOfAPeerThatBreaksDown() throws IOException {
    PeerEnvironment environment = environment("echo 'out of memory' >&2; exit 1\n");
    InputException refused =
        assertThrows(
            InputException.class, () -> PeerWorker.start(environment, folder, "cka.py").close());
    assertEquals(
        folder.resolve("cka.log") + ": the peer ended before its work was done; read the log",
        refused.getMessage());
    assertEquals("out of memory\n", Files.readString(folder.resolve("cka.log")));
  }

  @Test
  void saysWhichStepOfAnInstallationFailedAndTriesItAgainNextTime() throws IOException {
    Path python = script(folder.resolve("python"), "echo no venv here; exit 3\n");
    List<String> said = new ArrayList<>();
    for (int attempt = 0; attempt < 2; attempt++) {
      InputException refused =
          assertThrows(
              InputException.class,
              () -> PeerEnvironment.ready(folder, "numpy", python.toString(), said::add));
      assertEquals(
          folder.resolve("numpy.log")
              + ": '"
              + python
              + " -m venv --clear "
              + folder.resolve("numpy")
              + "' ended with code 3; read the log, mend what it names and run again",
          refused.getMessage());
    }
    assertEquals(2, said.size());
    assertEquals("no venv here\n".repeat(2), Files.readString(folder.resolve("numpy.log")));
  }

  @Test
  void refusesAPythonThatIsNotThere() {
    InputException refused =
        assertThrows(
            InputException.class,
            () -> PeerEnvironment.ready(folder, "numpy", "/no/such/python", line -> {}));
    assertEquals(folder.resolve("numpy").toString(), refused.where());
    assertEquals(
        "give --python a Python 3.11 to 3.13 and see that the cache folder can be written",
        refused.mend());
  }
}
