package faultslip.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {
  @TempDir Path folder;

  @Test
  void isHeldOnceAndGivenBack() {
    assertThatThrownBy(() -> FolderLock.holding(folder, () -> FolderLock.holding(folder, () -> 1)))
        .isInstanceOf(DataException.class)
        .hasMessage(folder + ": this program is already fetching into this folder; wait for it to end.");
    assertThat(FolderLock.<Integer>holding(folder, () -> 2)).isEqualTo(2);
  }
}
