// Lucene for bench_engine (see peer_lucene.cpp): `Lucene index FOLDER WORDS ARTICLES` fills a
// folder; `Lucene serve FOLDER WORDS` answers a line with a line, until its input ends:
//
//   ask TAB MODE TAB FLAGS TAB TEXT    MODE: any all phrase typing; FLAGS: of h (ten hits),
//                                      t (exact total), f (facets), s (snippets), - (none)
//   add TAB WORD TAB ARTICLE           the article as JSON
//
// with nanoseconds, total, hits and the snippets' nanoseconds, separated by blanks. WORDS is
// `content` (FrenchAnalyzer as it comes, without the words of its stop list) or `every`.

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.facet.Facets;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetCounts;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiCollector;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollector;
import org.apache.lucene.search.TotalHitCountCollector;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.QueryBuilder;

final class Lucene {
  private static final String TEXT = "text"; // headline, lead and body: what is searched
  private static final Set<String> TITLE = Collections.singleton("title");
  private static final String[] BODY = {"body"};
  private static final String[] FACETS = {"section", "source", "year"};
  private static final int DEFAULT_THRESHOLD = 1000; // IndexSearcher's

  private final Analyzer analyzer;
  private final Directory directory;
  private final FacetsConfig facets = new FacetsConfig();
  private IndexWriter writer;
  private IndexSearcher searcher;
  private DefaultSortedSetDocValuesReaderState facetState;
  private long seen; // so that nothing is left out as unused

  private Lucene(String folder, String words) throws IOException {
    analyzer =
        words.equals("every") ? new FrenchAnalyzer(CharArraySet.EMPTY_SET) : new FrenchAnalyzer();
    directory = FSDirectory.open(Paths.get(folder));
  }

  private void openWriter() throws IOException {
    IndexWriterConfig config = new IndexWriterConfig(analyzer);
    config.setRAMBufferSizeMB(64);
    config.setMergeScheduler(new SerialMergeScheduler()); // one thread, as the others
    writer = new IndexWriter(directory, config);
  }

  private Document documentOf(String json) throws IOException {
    Map<String, String> article = readStrings(json);
    Document document = new Document();
    for (String name : new String[] {"title", "lead", "body"}) {
      String text = article.getOrDefault(name, "");
      document.add(new TextField(TEXT, text, Field.Store.NO));
      document.add(new StoredField(name, text));
    }
    document.add(new StoredField("id", article.getOrDefault("id", "")));
    String published = article.getOrDefault("published", "");
    addFacet(document, "section", article.getOrDefault("section", ""));
    addFacet(document, "source", article.getOrDefault("source", ""));
    addFacet(document, "year", published.substring(0, Math.min(4, published.length())));
    addFacet(document, "month", published.substring(0, Math.min(7, published.length())));
    return facets.build(document);
  }

  private static void addFacet(Document document, String name, String value) {
    if (!value.isEmpty()) document.add(new SortedSetDocValuesFacetField(name, value));
  }

  private void index(String path) throws IOException {
    openWriter();
    try (BufferedReader lines = Files.newBufferedReader(Paths.get(path))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        writer.addDocument(documentOf(line));
      }
    }
    writer.close();
  }

  private void open() throws IOException {
    searcher = new IndexSearcher(DirectoryReader.open(directory));
  }

  private Query queryOf(String mode, String text) {
    if (text.isEmpty()) {
      return new MatchAllDocsQuery();
    }
    QueryBuilder builder = new QueryBuilder(analyzer);
    Query query;
    switch (mode) {
      case "phrase":
        query = builder.createPhraseQuery(TEXT, text);
        break;
      case "all":
        query = builder.createBooleanQuery(TEXT, text, Occur.MUST);
        break;
      case "typing":
        query = typingQueryOf(builder, text);
        break;
      default:
        query = builder.createBooleanQuery(TEXT, text, Occur.SHOULD);
    }
    return query == null ? new MatchNoDocsQuery() : query;
  }

  private Query typingQueryOf(QueryBuilder builder, String text) {
    int begin = -1;
    for (int i = 0; i < text.length(); ++i) {
      if (" '’".indexOf(text.charAt(i)) >= 0) begin = i;
    }
    BooleanQuery.Builder both = new BooleanQuery.Builder();
    Query words = begin < 0 ? null : builder.createBooleanQuery(TEXT, text.substring(0, begin));
    if (words != null) both.add(words, Occur.SHOULD);
    Term prefix = new Term(TEXT, analyzer.normalize(TEXT, text.substring(begin + 1)));
    both.add(new PrefixQuery(prefix), Occur.SHOULD);
    return both.build();
  }

  private String ask(String mode, String flags, String text) throws IOException {
    if (flags.contains("f") && facetState == null) {
      facetState = new DefaultSortedSetDocValuesReaderState(searcher.getIndexReader());
    }
    long start = System.nanoTime();
    Query query = queryOf(mode, text);
    TopScoreDocCollector best =
        TopScoreDocCollector.create(
            10, flags.contains("t") ? Integer.MAX_VALUE : DEFAULT_THRESHOLD);
    TotalHitCountCollector total = new TotalHitCountCollector();
    Collector collector = flags.contains("h") ? best : total;
    if (flags.contains("f")) {
      FacetsCollector matches = new FacetsCollector();
      searcher.search(query, MultiCollector.wrap(collector, matches));
      Facets counts = new SortedSetDocValuesFacetCounts(facetState, matches);
      // Of a field that no article has, Lucene knows nothing.
      for (String field : FACETS) {
        if (facetState.getOrdRange(field) != null) counts.getTopChildren(10, field);
      }
      if (facetState.getOrdRange("month") != null) counts.getTopChildren(10_000, "month");
    } else {
      searcher.search(query, collector);
    }
    if (!flags.contains("h")) {
      return (System.nanoTime() - start) + " " + total.getTotalHits() + " 0 0";
    }
    TopDocs top = best.topDocs();
    for (ScoreDoc hit : top.scoreDocs) seen += titleOf(hit).length();
    long snippets = flags.contains("s") ? makeSnippets(query, top) : 0;
    long taken = System.nanoTime() - start;
    return taken + " " + top.totalHits.value + " " + top.scoreDocs.length + " " + snippets;
  }

  private String titleOf(ScoreDoc hit) throws IOException {
    return searcher.doc(hit.doc, TITLE).get("title");
  }

  private long makeSnippets(Query query, TopDocs top) throws IOException {
    long start = System.nanoTime();
    UnifiedHighlighter highlighter = new UnifiedHighlighter(searcher, analyzer);
    highlighter.setFieldMatcher(field -> true);
    for (String snippet :
        highlighter.highlightFields(BODY, query, top, new int[] {1}).get(BODY[0])) {
      seen += snippet == null ? 0 : snippet.length();
    }
    return System.nanoTime() - start;
  }

  private String add(String word, String json) throws IOException {
    if (writer == null) openWriter();
    long start = System.nanoTime();
    writer.addDocument(documentOf(json));
    writer.commit();
    DirectoryReader reader =
        DirectoryReader.openIfChanged((DirectoryReader) searcher.getIndexReader());
    searcher.getIndexReader().close();
    searcher = new IndexSearcher(reader);
    facetState = null;
    TopDocs top = searcher.search(queryOf("any", word), 10);
    for (ScoreDoc hit : top.scoreDocs) seen += titleOf(hit).length();
    long taken = System.nanoTime() - start;
    return taken + " " + top.totalHits.value + " " + top.scoreDocs.length + " 0";
  }

  /** The strings of a flat object, as kiosque::to_json writes it; lists are passed over. */
  private static Map<String, String> readStrings(String json) {
    Map<String, String> strings = new HashMap<>();
    int[] at = {0};
    int depth = 0;
    String name = null;
    while (at[0] < json.length()) {
      char c = json.charAt(at[0]);
      if (c == '[') ++depth;
      if (c == ']') {
        --depth;
        name = null;
      }
      if (c != '"') {
        ++at[0];
        continue;
      }
      String string = readString(json, at);
      if (depth > 0) continue;
      if (name == null) {
        name = string;
      } else {
        strings.put(name, string);
        name = null;
      }
    }
    return strings;
  }

  private static String readString(String json, int[] at) {
    StringBuilder out = new StringBuilder();
    int i = at[0] + 1;
    for (; json.charAt(i) != '"'; ++i) {
      char c = json.charAt(i);
      if (c != '\\') {
        out.append(c);
        continue;
      }
      c = json.charAt(++i);
      if (c == 'u') {
        out.append((char) Integer.parseInt(json.substring(i + 1, i + 5), 16));
        i += 4;
      } else {
        int known = "bfnrt".indexOf(c);
        out.append(known < 0 ? c : "\b\f\n\r\t".charAt(known));
      }
    }
    at[0] = i + 1;
    return out.toString();
  }

  public static void main(String[] arguments) throws IOException {
    Lucene lucene = new Lucene(arguments[1], arguments[2]);
    if (arguments[0].equals("index")) {
      lucene.index(arguments[3]);
      return;
    }
    lucene.open();
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      String[] parts = line.split("\t", 4);
      System.out.println(
          parts[0].equals("add")
              ? lucene.add(parts[1], parts[2])
              : lucene.ask(parts[1], parts[2], parts[3]));
      System.out.flush();
    }
  }
}
