/**
 * The command line: fetch, verify and list data, and reproduce every result and figure.
 *
 * <p>Depends on {@code series}, {@code split}, {@code ced}, {@code evaluate}, {@code evaluate.certainty},
 * {@code gouge}, {@code kernel}, {@code data}, {@code progress}, {@code study}, {@code experiment}, {@code figure},
 * {@code notebook}, {@code raw}, {@code inspect}, {@code model}, {@code benchmark}, and picocli; nothing depends on it.
 * It alone prints; a {@link faultslip.FaultslipException} becomes one line and exit code 1.
 */
package faultslip.app;
