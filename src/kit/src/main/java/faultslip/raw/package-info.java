/**
 * Raw recordings, gigabytes of them, reduced in constant memory to the few numbers a second that studies read: the LANL
 * competition's record, and the bi-axial experiments of Penn State. What was stopped goes on, to the same bytes.
 *
 * <p>Depends on {@code series}, {@code data}, {@code progress}, {@code experiment}.
 */
package faultslip.raw;
