/**
 * The command line: fetch, verify and list data, and reproduce every result and figure.
 *
 * <p>Nothing depends on it. It alone prints; a {@link faultslip.FaultslipException} becomes one line and exit code 1.
 */
package faultslip.app;
