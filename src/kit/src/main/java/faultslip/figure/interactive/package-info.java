/**
 * Figures that a reader zooms and asks for values, drawn by Plotly in the page, without a network; jsplot's among them.
 *
 * <p>Plotly is embedded once in a notebook, by {@link faultslip.figure.interactive.PlotlyLibrary}; a figure carries its
 * data alone and waits for it. Where no scripts run, a figure is one line of text: show a static one before it.
 *
 * <p>Depends on {@code series}, {@code split}, {@code evaluate}, {@code data}, {@code figure}, the results of
 * {@code ced} and {@code experiment}, Tablesaw's jsplot, and Jackson.
 */
package faultslip.figure.interactive;
