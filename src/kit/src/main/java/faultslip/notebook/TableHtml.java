package faultslip.notebook;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** A table as HTML: numbers to the right, first and last rows of a long one. */
final class TableHtml {
  static final int MOST_ROWS = 40;

  private final Table table;

  TableHtml(Table table) {
    this.table = table;
  }

  String html() {
    int rows = table.rowCount();
    StringBuilder html = new StringBuilder("<table>\n<thead><tr>");
    table.columns().forEach(column -> html.append(cell("th", column, column.name())));
    html.append("</tr></thead>\n<tbody>\n");
    if (rows <= MOST_ROWS) {
      rows(html, 0, rows);
    } else {
      rows(html, 0, MOST_ROWS / 2);
      html.append("<tr>").append(table.columns().stream().map(column -> cell("td", column, "…"))
          .collect(Collectors.joining())).append("</tr>\n");
      rows(html, rows - MOST_ROWS / 2, rows);
    }
    html.append("</tbody>\n</table>");
    return rows <= MOST_ROWS ? html.toString() : html + "\n<p>" + rows + " rows</p>";
  }

  private void rows(StringBuilder html, int from, int to) {
    IntStream.range(from, to).forEach(row -> {
      html.append("<tr>");
      table.columns().forEach(column -> html.append(cell("td", column, column.getString(row))));
      html.append("</tr>\n");
    });
  }

  private static String cell(String tag, Column<?> column, String text) {
    String side = column instanceof NumericColumn<?> ? "right" : "left";
    return "<" + tag + " style=\"text-align:" + side + "\">" + escaped(text) + "</" + tag + ">";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
  }
}
