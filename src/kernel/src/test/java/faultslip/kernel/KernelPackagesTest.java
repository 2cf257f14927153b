package faultslip.kernel;

import faultslip.testing.PackageRules;
import org.junit.jupiter.api.Test;

/** Who may use whom in this module. */
class KernelPackagesTest {
  private static final PackageRules RULES = PackageRules.of("kernel");

  @Test
  void packagesUseWhatTheySay() {
    RULES.assertPackagesUseWhatTheySay();
  }

  @Test
  void noPackageUsesOneThatUsesIt() {
    RULES.assertNoCircles();
  }
}
