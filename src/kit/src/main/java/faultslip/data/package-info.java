/**
 * The files the kit works on: the manifest that lists them, fetching and verifying them, and the readers that turn them
 * into series.
 *
 * <p>Every reader refuses a file it cannot trust with a {@link faultslip.data.DataException} of one line: file and
 * line, column, value, remedy. Nothing here prints: results are records, and lines go to whom
 * they are to be told.
 *
 * <p>Depends on {@code series} and the exception root; on Commons CSV, Codec, IO and Math, jHDF, the
 * MAT File Library, Jackson and the JSON Schema validator.
 */
package faultslip.data;
