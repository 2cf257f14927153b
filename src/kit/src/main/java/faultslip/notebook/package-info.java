/**
 * What a notebook on any Java kernel needs: the common first step, the study it works with, figures and tables shown
 * richly, and the settings of the kit's own kernel.
 *
 * <p>Depends on {@code series}, {@code ced}, {@code gouge}, {@code kernel}, {@code data}, {@code progress},
 * {@code study}, {@code experiment}, {@code figure}, {@code figure.interactive}, {@code wavelet}. Only {@code app}
 * depends on it.
 */
package faultslip.notebook;
