package faultslip.kernel;

import faultslip.testing.PackageRules;

/** Who may use whom in this module. */
class KernelPackagesTest extends PackageRules {

  KernelPackagesTest() {
    super("kernel");
  }
}
