/** One class under the name that DL4J 1.0.0-M2.1 looks up; see {@link org.nd4j.nativeblas.Nd4jCpu}. */
package org.nd4j.nativeblas;
