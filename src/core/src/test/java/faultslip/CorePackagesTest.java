package faultslip;

import faultslip.testing.PackageRules;
import org.junit.jupiter.api.Test;

/** Who may use whom in this module. */
class CorePackagesTest {
  private static final PackageRules RULES = PackageRules.of("core");

  @Test
  void packagesUseWhatTheySay() {
    RULES.assertPackagesUseWhatTheySay();
  }

  @Test
  void noPackageUsesOneThatUsesIt() {
    RULES.assertNoCircles();
  }
}
