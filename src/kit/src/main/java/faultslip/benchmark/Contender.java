package faultslip.benchmark;

import java.util.function.DoubleSupplier;

/**
 * One who does the work.
 *
 * @param version its name and version
 * @param seconds does the work and gives the CPU time that one unit of it takes, in seconds
 */
record Contender(String version, DoubleSupplier seconds) {}
