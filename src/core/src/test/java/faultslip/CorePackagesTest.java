package faultslip;

import faultslip.testing.PackageRules;

/** Who may use whom in this module. */
class CorePackagesTest extends PackageRules {

  CorePackagesTest() {
    super("core");
  }
}
