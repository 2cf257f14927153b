package faultslip.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import faultslip.FaultslipException;
import org.junit.jupiter.api.Test;

class MachineTest {
  private static final Bootstrap.Machine GOOD = new Bootstrap.Machine("17.0.1", "Linux", "amd64", 1L << 30, 4L << 30, "1");

  @Test
  void machinesThatWillNotDoAreToldApart() {
    assertThatCode(GOOD::check).doesNotThrowAnyException();
    assertThat(GOOD.describe()).isEqualTo("Java 17.0.1, Linux amd64, 1.0 GiB of heap, 4.0 GiB of memory");
    assertThat(new Bootstrap.Machine("17", "Linux", "amd64", 1L << 30, 4L << 30, "").describe()).contains("OMP_NUM_THREADS");
    assertThatThrownBy(new Bootstrap.Machine("17", "Linux", "riscv64", 1L << 30, 4L << 30, "1")::check)
        .isInstanceOf(FaultslipException.class).hasMessageContaining("riscv64");
    assertThatThrownBy(new Bootstrap.Machine("17", "Linux", "amd64", 1L << 28, 4L << 30, "1")::check)
        .isInstanceOf(FaultslipException.class).hasMessageContaining("-Xmx1g");
    assertThatThrownBy(new Bootstrap.Machine("17", "Linux", "amd64", 1L << 30, 1L << 30, "1")::check)
        .isInstanceOf(FaultslipException.class).hasMessageContaining("1.0 GiB of memory");
  }
}
