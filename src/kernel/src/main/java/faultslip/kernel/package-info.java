/**
 * A Java kernel for Jupyter, and a runner of notebooks that needs no Jupyter, for any project: what cells may use is
 * the class path that {@link faultslip.kernel.KernelProgram} runs with.
 *
 * <p>The kernel speaks the protocol through {@code jjava-jupyter} and evaluates cells with the JDK's own JShell, in its
 * own process, so that a result is the object itself. A cell sees what a cell of IJava and JJava sees: the same
 * imports, {@code display}, {@code render}, {@code updateDisplay}, {@code eval} and {@code printf}. A last expression
 * without a semicolon is the cell's result. A project shows its own types richly by a service of the interface
 * {@link org.dflib.jjava.jupyter.Extension}.
 *
 * <p>Depends on no other package.
 */
package faultslip.kernel;
