package faultslip.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The text that a terminal shows in the end: "\r" goes back to the beginning of the line and "\b" one place, what is
 * written then covers what stood there, and the sequences that erase a line erase.
 */
final class TerminalText {
  private static final Pattern MOVES = Pattern.compile("[\r\b]|\u001B\\[[0-2]?K");
  private static final Pattern PIECE = Pattern.compile("\u001B\\[([0-2]?)K|\u001B\\[[0-9;]*m|.", Pattern.DOTALL);

  private TerminalText() {}

  static String shown(String text) {
    return Arrays.stream(text.split("\n", -1)).map(TerminalText::line).collect(Collectors.joining("\n"));
  }

  /** True if what follows covers the unfinished line before it, wholly or in part. */
  static boolean goesOn(String unfinished, String next) {
    return !unfinished.isEmpty() && (unfinished.endsWith("\r") || MOVES.matcher(next).lookingAt());
  }

  /** The text without the sequences by which a terminal is told to colour and to move. */
  static String plain(String text) {
    return text.replaceAll("\u001B\\[[0-9;?]*[A-Za-z]", "");
  }

  // Where places were covered nobody could say which colour is whose: such a line has none.
  private static String line(String written) {
    if (!MOVES.matcher(written).find()) {
      return written;
    }
    List<String> places = new ArrayList<>();
    int place = 0;
    for (MatchResult piece : PIECE.matcher(written).results().toList()) {
      String found = piece.group();
      if (found.equals("\r")) {
        place = 0;
      } else if (found.equals("\b")) {
        place = Math.max(0, place - 1);
      } else if (piece.group(1) != null) {
        int from = piece.group(1).matches("[12]") ? 0 : Math.min(place, places.size());
        int to = piece.group(1).equals("1") ? Math.min(place + 1, places.size()) : places.size();
        Collections.fill(places.subList(from, to), " ");
      } else if (found.length() == 1 || Character.isSurrogate(found.charAt(0))) {
        places.addAll(Collections.nCopies(Math.max(0, place + 1 - places.size()), " "));
        places.set(place++, found);
      }
    }
    // What is covered with blanks is erased.
    return String.join("", places).stripTrailing();
  }
}
