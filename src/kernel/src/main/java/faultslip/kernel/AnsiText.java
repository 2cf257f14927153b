package faultslip.kernel;

/** Text with the sequences by which a terminal is told to colour. */
final class AnsiText {
  private AnsiText() {}

  static String plain(String text) {
    return text.replaceAll("\u001B\\[[0-9;?]*[A-Za-z]", "");
  }
}
