/**
 * A Java kernel for Jupyter, and what a notebook on any Java kernel needs: the common first step, figures and tables
 * shown richly.
 *
 * <p>The kernel speaks the protocol through {@code jjava-jupyter} and evaluates cells with the JDK's own JShell, in its
 * own process, so that a result is the object itself. A cell sees what a cell of IJava and JJava sees: the same imports,
 * {@code display}, {@code render}, {@code updateDisplay}, {@code eval} and {@code printf}. A last expression without a
 * semicolon is the cell's result.
 *
 * <p>May depend on everything but {@code app}; only {@code app} depends on it.
 */
package faultslip.kernel;
