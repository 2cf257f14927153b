package faultslip.figure;

/**
 * A panel with a margin left and right of its data, so that a curve that turns there is seen to turn.
 *
 * @param panel what is shown
 * @param share of its width that each margin adds, 0 or above
 */
record WidenedPanel(Panel panel, double share) implements PanelAround {

  @Override
  public double from() {
    return panel.from() - margin();
  }

  @Override
  public double to() {
    return panel.to() + margin();
  }

  private double margin() {
    return share * (panel.to() - panel.from());
  }
}
