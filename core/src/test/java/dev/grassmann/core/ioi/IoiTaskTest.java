package dev.grassmann.core.ioi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Column;
import dev.grassmann.core.data.Table;
import dev.grassmann.core.run.Run;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

final class IoiTaskTest {
  private final IoiTask task = new IoiTask();

  @Test
  void holdsAsManyWordsAsThePapersTask() {
    assertEquals(216, task.names().size());
    assertEquals(task.words().size(), new HashSet<>(task.words()).size());
    assertTrue(task.words().containsAll(List.of("to", ",", "Ann", "lamp", "park")));
  }

  @Test
  void rolesStandWhereTheyShould() {
    for (int template = 0; template < task.templates(); template++) {
      for (boolean ioFirst : new boolean[] {true, false}) {
        IoiPrompt prompt = new IoiPrompt(template, "Then", "Ann", "Ben", ioFirst, "lamp", "park");
        List<String> words = prompt.words();
        assertEquals("Ann", words.get(prompt.position(IoiPrompt.Role.IO)));
        assertEquals(words.indexOf("Ben"), prompt.position(IoiPrompt.Role.S1));
        assertEquals(words.lastIndexOf("Ben"), prompt.position(IoiPrompt.Role.S2));
        assertEquals("to", words.get(prompt.position(IoiPrompt.Role.END)));
        assertEquals(ioFirst, words.indexOf("Ann") < words.indexOf("Ben"));
      }
    }
  }

  @Test
  void changingAnAttributeChangesNothingElse() {
    IoiPrompt prompt = task.draw(Run.local().random("test"));
    assertEquals(prompt.s(), prompt.withIo("Zoe").s());
    assertEquals(prompt.io(), prompt.withS("Zoe").io());
    assertEquals(prompt, prompt.swapped().swapped());
    assertEquals(prompt.words().size(), prompt.swapped().words().size());
  }

  @Test
  void aTableOfPromptsIsReadBack() {
    List<IoiPrompt> prompts = task.draw(20, Run.local().random("test"));
    assertEquals(prompts, task.read(IoiPrompt.columns("prompts", prompts)));
  }

  @Test
  void aRowThatIsNoPromptIsRefused() {
    List<IoiPrompt> prompts = task.draw(1, Run.local().random("test"));
    Table table = IoiPrompt.columns("prompts.csv", prompts);
    List<Column> columns =
        table.columns().stream()
            .map(
                column ->
                    column.name().equals("template")
                        ? new Column.Categorical("template", new int[1], List.of("9"), -1)
                        : column)
            .map(column -> (Column) column)
            .toList();
    InputException refusal =
        assertThrows(InputException.class, () -> task.read(new Table("prompts.csv", columns)));
    assertEquals(
        "prompts.csv: row 0 is no prompt of this task (template 9); give the table that 'grassmann"
            + " sae testbed' wrote",
        refusal.getMessage());
  }
}
