package faultslip;

import faultslip.testing.PackageRules;
import org.junit.jupiter.api.Test;

/** Who may use whom in this module. */
class KitPackagesTest {
  private static final PackageRules RULES = PackageRules.of("kit");

  @Test
  void packagesUseWhatTheySay() {
    RULES.assertPackagesUseWhatTheySay();
  }

  @Test
  void noPackageUsesOneThatUsesIt() {
    RULES.assertNoCircles();
  }
}
