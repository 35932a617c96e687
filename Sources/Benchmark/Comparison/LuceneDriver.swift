// The Java program that indexes and asks with Lucene; the same source compiles with Lucene 8 and 9.

/// What `javac` is given.
enum LuceneDriver {
  /// `build FOLDER PASSAGES`, `ask FOLDER QUERIES`, which prints seconds, and `version`.
  ///
  /// Every word is a clause in every field, and the scores are added up. Nothing is cached between queries. The time is the
  /// least of five rounds, after others of six seconds or more that do not count.
  static let source = """
    import java.io.*;
    import java.nio.charset.StandardCharsets;
    import java.nio.file.*;
    import java.util.*;
    import org.apache.lucene.analysis.*;
    import org.apache.lucene.analysis.en.EnglishAnalyzer;
    import org.apache.lucene.document.*;
    import org.apache.lucene.index.*;
    import org.apache.lucene.search.*;
    import org.apache.lucene.store.*;
    import org.apache.lucene.util.QueryBuilder;
    import org.apache.lucene.util.Version;

    public class LuceneDriver {
        static final Analyzer ANALYZER = new EnglishAnalyzer(CharArraySet.EMPTY_SET);

        public static void main(String[] arguments) throws Exception {
            if (arguments[0].equals("version")) System.out.println(Version.LATEST);
            else if (arguments[0].equals("build")) build(Paths.get(arguments[1]), Paths.get(arguments[2]));
            else ask(Paths.get(arguments[1]), Files.readAllLines(Paths.get(arguments[2])));
        }

        static void build(Path folder, Path passages) throws IOException {
            IndexWriterConfig config = new IndexWriterConfig(ANALYZER).setRAMBufferSizeMB(256);
            config.setMergeScheduler(new SerialMergeScheduler());
            String[] fields = {"title", "heading", "body"};
            try (IndexWriter writer = new IndexWriter(FSDirectory.open(folder), config);
                    BufferedReader lines = Files.newBufferedReader(passages, StandardCharsets.UTF_8)) {
                for (String line; (line = lines.readLine()) != null; ) {
                    String[] columns = line.split("\\t", -1);
                    Document document = new Document();
                    for (int i = 0; i < fields.length; i++) {
                        Field.Store store = i == 2 ? Field.Store.YES : Field.Store.NO;
                        document.add(new TextField(fields[i], columns[i], store));
                    }
                    writer.addDocument(document);
                }
                writer.forceMerge(1);
                writer.commit();
            }
        }

        static void ask(Path folder, List<String> lines) throws IOException {
            List<Query> queries = new ArrayList<>();
            String[] fields = lines.get(0).split(" ");
            for (String line : lines.subList(1, lines.size())) queries.add(query(line, fields));
            double least = queries.isEmpty() ? 0 : Double.MAX_VALUE;
            try (DirectoryReader reader = DirectoryReader.open(FSDirectory.open(folder))) {
                IndexSearcher searcher = new IndexSearcher(reader);
                searcher.setQueryCache(null);
                double warm = 0;
                for (int counted = 0; counted < 5 && !queries.isEmpty(); ) {
                    long start = System.nanoTime();
                    for (Query query : queries) searcher.search(query, 10);
                    double seconds = (System.nanoTime() - start) / 1e9;
                    if (warm >= 6) {
                        least = Math.min(least, seconds);
                        counted++;
                    }
                    warm += seconds;
                }
            }
            System.out.println(least);
        }

        static Query query(String line, String[] fields) {
            QueryBuilder words = new QueryBuilder(ANALYZER);
            BooleanQuery.Builder all = new BooleanQuery.Builder();
            for (String field : fields) {
                Query query = line.startsWith("\\"")
                    ? words.createPhraseQuery(field, line.substring(1))
                    : words.createBooleanQuery(field, line);
                if (query instanceof BooleanQuery) {
                    for (BooleanClause clause : (BooleanQuery) query) all.add(clause);
                } else if (query != null) {
                    all.add(query, BooleanClause.Occur.SHOULD);
                }
            }
            return all.build();
        }
    }

    """
}
