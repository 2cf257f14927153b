package faultslip.gouge;

import faultslip.testing.PackageRules;

/** Who may use whom in this module. */
class GougePackagesTest extends PackageRules {

  GougePackagesTest() {
    super("gouge");
  }
}
