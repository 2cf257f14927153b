package faultslip.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.dflib.jjava.jupyter.messages.request.HistoryRequest;
import org.dflib.jjava.jupyter.messages.request.HistoryRequest.Range;
import org.dflib.jjava.jupyter.messages.request.HistoryRequest.Search;
import org.dflib.jjava.jupyter.messages.request.HistoryRequest.Tail;

/** The cells that have been run since the kernel started, for consoles that look back through them. */
final class CellHistory {
  // That of earlier kernels is not kept.
  private static final int SESSION = 1;

  private final List<Entry> entries = new ArrayList<>();

  private record Entry(int number, String input, String output) {
    /** As Jupyter's protocol has it: [session, number, input], or [session, number, [input, output]]. */
    List<?> told(boolean withOutput) {
      return List.of(SESSION, number, withOutput ? Arrays.asList(input, output) : input);
    }
  }

  /** Adds a cell; its output is null if it had no result. */
  synchronized void add(int number, String input, String output) {
    entries.add(new Entry(number, input, output));
  }

  /** The cells asked for, in the order in which they were run. */
  synchronized List<?> find(HistoryRequest asked) {
    List<Entry> found = List.of();
    if (asked instanceof Tail tail) {
      found = last(entries, tail.getMaxReturnLength());
    } else if (asked instanceof Range range && List.of(0, SESSION).contains(range.getSessionIndex())) {
      found = entries.stream().filter(entry -> entry.number() >= range.getStart() && entry.number() < range.getStop())
          .toList();
    } else if (asked instanceof Search search) {
      found = last(matching(search), search.getMaxReturnLength());
    }
    return found.stream().map(entry -> entry.told(asked.includeOutput())).toList();
  }

  // A pattern of the shell, "*" and "?", that describes the whole cell; of equal cells the last if so wanted.
  private List<Entry> matching(Search search) {
    Pattern pattern = Pattern.compile(
        Pattern.quote(search.getPattern()).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q"), Pattern.DOTALL);
    List<Entry> found = new ArrayList<>();
    for (Entry entry : entries) {
      if (pattern.matcher(entry.input()).matches()) {
        found.removeIf(earlier -> search.filterUnique() && earlier.input().equals(entry.input()));
        found.add(entry);
      }
    }
    return found;
  }

  private static List<Entry> last(List<Entry> entries, int length) {
    return entries.subList(Math.max(0, entries.size() - Math.max(0, length)), entries.size());
  }
}
