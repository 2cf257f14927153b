/**
 * What a notebook on any Java kernel needs: the common first step, the study it works with, figures and tables shown
 * richly, and the settings of the kit's own kernel.
 *
 * <p>May depend on everything but {@code app}; only {@code app} depends on it.
 */
package faultslip.notebook;
