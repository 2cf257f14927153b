package faultslip.notebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;

/** The Markdown of one page as HTML: tables and formulas too. Remembers the headings. */
final class MarkdownHtml {
  private static final List<Extension> TABLES = List.of(TablesExtension.create());

  private final Parser parser = Formula.addTo(Parser.builder().extensions(TABLES)).build();
  private final TextContentRenderer plain = TextContentRenderer.builder().extensions(TABLES).build();
  private final Map<Node, String> ids = new IdentityHashMap<>();
  private final Set<String> taken = new HashSet<>();
  private final List<PageHeading> headings = new ArrayList<>();
  private final PageLinks links;
  private final HtmlRenderer renderer = HtmlRenderer.builder().extensions(TABLES)
      .attributeProviderFactory(context -> (node, tag, attributes) -> {
        if (ids.containsKey(node)) {
          attributes.put("id", ids.get(node));
        }
      }).nodeRendererFactory(FormulaRenderer::new).build();

  /**
   * A heading of the page.
   *
   * @param level 1 for the title
   * @param id by which a link leads to it
   * @param text without markup
   */
  record PageHeading(int level, String id, String text) {}

  /** @param links of the notebook */
  MarkdownHtml(PageLinks links) {
    this.links = links;
  }

  String html(String markdown) {
    return html(markdown, JsonNodeFactory.instance.objectNode());
  }

  /** @param attachments pictures of the cell, by name */
  String html(String markdown, JsonNode attachments) {
    Node document = parser.parse(markdown);
    document.accept(new AbstractVisitor() {
      @Override
      public void visit(Heading heading) {
        remember(heading);
        visitChildren(heading);
      }

      @Override
      public void visit(Link link) {
        link.setDestination(links.link(link.getDestination()));
        visitChildren(link);
      }

      @Override
      public void visit(Image image) {
        image.setDestination(links.picture(image.getDestination(), attachments));
        visitChildren(image);
      }
    });
    return renderer.render(document);
  }

  /** The headings of all that was rendered, in order. */
  List<PageHeading> headings() {
    return List.copyOf(headings);
  }

  private void remember(Heading heading) {
    String text = plain.render(heading).strip();
    String wanted = text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
    String id = wanted;
    for (int i = 2; !taken.add(id); i++) {
      id = wanted + "-" + i;
    }
    ids.put(heading, id);
    headings.add(new PageHeading(heading.getLevel(), id, text));
  }

  private static final class FormulaRenderer implements NodeRenderer {
    private final HtmlNodeRendererContext context;

    FormulaRenderer(HtmlNodeRendererContext context) {
      this.context = context;
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
      return Set.of(Formula.class);
    }

    @Override
    public void render(Node node) {
      context.getWriter().raw(((Formula) node).html());
    }
  }
}
