/**
 * Figures that a reader zooms and asks for values, drawn by Plotly in the page: figures of Tablesaw's jsplot,
 * shown without a network.
 *
 * <p>Plotly is embedded once in a notebook, by {@link faultslip.figure.interactive.PlotlyLibrary}; a figure carries
 * its data alone and waits for it. Where no scripts run, a figure is one line of text: show the static figure of
 * {@code faultslip.figure} before it.
 *
 * <p>Depends on {@code series}, {@code split}, {@code evaluate}, {@code data}, {@code figure}, the results of
 * {@code ced} and {@code experiment}, Tablesaw's jsplot, and Jackson.
 */
package faultslip.figure.interactive;
