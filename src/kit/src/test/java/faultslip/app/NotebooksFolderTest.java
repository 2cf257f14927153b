package faultslip.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import faultslip.FaultslipException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Notebooks come in the order of their numbers; one that is not there is refused by name. */
class NotebooksFolderTest {
  @TempDir Path folder;

  @BeforeEach
  void write() throws IOException {
    for (String name : List.of("10-ten.ipynb", "02-two.ipynb", "00-start.ipynb", "mine.ipynb", "03-notes.txt")) {
      Files.writeString(folder.resolve(name), "");
    }
  }

  @Test
  void allInOrder() {
    assertThat(KitFolder.notebooks(folder, List.of())).extracting(file -> file.getFileName().toString())
        .containsExactly("00-start.ipynb", "02-two.ipynb", "10-ten.ipynb");
  }

  @Test
  void someByNumberInTheirOwnOrder() {
    assertThat(KitFolder.notebooks(folder, List.of("10", "2"))).extracting(file -> file.getFileName().toString())
        .containsExactly("02-two.ipynb", "10-ten.ipynb");
  }

  @Test
  void unknownNumberIsRefused() {
    assertThatThrownBy(() -> KitFolder.notebooks(folder, List.of("02", "07"))).isInstanceOf(FaultslipException.class)
        .hasMessage("No notebook '07'; there are 00, 02, 10.");
  }

  @Test
  void folderThatIsNotThereIsRefused() {
    assertThatThrownBy(() -> KitFolder.notebooks(folder.resolve("none"), List.of())).isInstanceOf(FaultslipException.class)
        .hasMessageContaining("none").hasMessageContaining("complete clone");
  }
}
