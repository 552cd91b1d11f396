// Lucene 9: build RECORDS INDEX | update INDEX UPDATES LENGTH RECORDS | serve INDEX
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.AnalyzerWrapper;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.*;
import org.apache.lucene.queries.intervals.IntervalQuery;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.search.*;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.LongValues;
import org.apache.lucene.util.Version;

public final class Lucene {
    private static final String TEXT = "text";
    private static final Sort NEWEST = new Sort(new SortField("publication", SortField.Type.LONG, true));

    // MARK: Writing

    /** Words between blanks; no phrase reaches from the title into the abstract. */
    private static Analyzer analyzer() {
        final Analyzer blanks = new WhitespaceAnalyzer();
        return new AnalyzerWrapper(Analyzer.PER_FIELD_REUSE_STRATEGY) {
            @Override
            protected Analyzer getWrappedAnalyzer(String field) {
                return blanks;
            }
            @Override
            public int getPositionIncrementGap(String field) {
                return 100;
            }
        };
    }

    private static IndexWriterConfig config() {
        return new IndexWriterConfig(analyzer()).setRAMBufferSizeMB(256).setUseCompoundFile(false);
    }

    private static Document document(String[] columns) {
        final Document made = new Document();
        made.add(new TextField(TEXT, columns[14], Field.Store.NO));
        made.add(new TextField(TEXT, columns[15], Field.Store.NO));
        final long application = Long.parseLong(columns[2]);
        made.add(new LongPoint("application", application));
        made.add(new NumericDocValuesField("application", application));
        made.add(new NumericDocValuesField("publication", Long.parseLong(columns[3])));
        for (int length : new int[] {1, 3, 4})
            made.add(new StringField("class", columns[6].substring(0, length), Field.Store.NO));
        made.add(new SortedDocValuesField("subclass", new BytesRef(columns[6].substring(0, 4))));
        for (String applicant : columns[7].split(";"))
            made.add(new SortedSetDocValuesField("applicant", new BytesRef(applicant)));
        made.add(new NumericDocValuesField("province", Long.parseLong(columns[9])));
        made.add(new StringField("number", columns[1], Field.Store.YES));
        return made;
    }

    private static void report(String step, long start) {
        System.out.printf("%s\t%.2f%n", step, (System.nanoTime() - start) / 1e9);
    }

    private static void build(String records, String index) throws IOException {
        long start = System.nanoTime();
        try (IndexWriter writer = new IndexWriter(new MMapDirectory(Path.of(index)), config());
            BufferedReader lines = Files.newBufferedReader(Path.of(records))) {
            for (String line; (line = lines.readLine()) != null;) writer.addDocument(document(line.split("\t", -1)));
            writer.commit();
            report("build", start);
            start = System.nanoTime();
            writer.forceMerge(1);
            writer.commit();
            report("merge", start);
        }
    }

    private static void update(String index, String updates, int length) throws IOException {
        final long start = System.nanoTime();
        // Every part stays a segment.
        final IndexWriterConfig config = config().setMergePolicy(NoMergePolicy.INSTANCE);
        try (IndexWriter writer = new IndexWriter(new MMapDirectory(Path.of(index)), config);
            BufferedReader lines = Files.newBufferedReader(Path.of(updates))) {
            int count = 0;
            for (String line; (line = lines.readLine()) != null; count++) {
                if (count > 0 && count % length == 0) writer.commit();
                final String[] columns = line.split("\t", -1);
                writer.updateDocument(new Term("number", columns[1]), document(columns));
            }
            writer.commit();
        }
        report("update", start);
    }

    // MARK: Asking

    private static Query term(String word) { return new TermQuery(new Term(TEXT, word)); }

    private static Query joined(BooleanClause.Occur occur, String[] words) {
        if (words.length == 1) return term(words[0]);
        final BooleanQuery.Builder builder = new BooleanQuery.Builder();
        for (String word : words) builder.add(term(word), occur);
        return builder.build();
    }

    private static Query query(String set, String payload) {
        final String[] words = payload.split(" ");
        switch (set) {
            case "term":
            case "and":
                return joined(BooleanClause.Occur.MUST, words);
            case "phrase":
                return new PhraseQuery(TEXT, words);
            case "near":
                return new IntervalQuery(TEXT,
                    Intervals.maxwidth(6, Intervals.unordered(Intervals.term(words[0]), Intervals.term(words[1]))));
            case "prefix":
                return new PrefixQuery(new Term(TEXT, payload));
            case "patent":
                return patent(payload.split("\\|"));
            default:
                return joined(BooleanClause.Occur.SHOULD, words);
        }
    }

    private static Query patent(String[] parts) {
        final long from = Long.parseLong(parts[4]), to = Long.parseLong(parts[5]);
        final Query period = new IndexOrDocValuesQuery(LongPoint.newRangeQuery("application", from, to),
            NumericDocValuesField.newSlowRangeQuery("application", from, to));
        return new BooleanQuery.Builder()
            .add(joined(BooleanClause.Occur.SHOULD, parts[0].split(" ")), BooleanClause.Occur.FILTER)
            .add(joined(BooleanClause.Occur.SHOULD, parts[1].split(" ")), BooleanClause.Occur.FILTER)
            .add(term(parts[2]), BooleanClause.Occur.MUST_NOT)
            .add(new TermQuery(new Term("class", parts[3])), BooleanClause.Occur.FILTER)
            .add(period, BooleanClause.Occur.FILTER)
            .build();
    }

    /** Counts columns of all hits. */
    private final class Facets extends SimpleCollector {
        private final int[] applicants = new int[applicantCount], subclasses = new int[subclassCount];
        private final int[] years = new int[200], provinces = new int[64];
        private SortedSetDocValues applicant;
        private SortedDocValues subclass;
        private NumericDocValues application, province;
        private LongValues globalApplicant, globalSubclass;

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }

        @Override
        protected void doSetNextReader(LeafReaderContext leaf) throws IOException {
            applicant = DocValues.getSortedSet(leaf.reader(), "applicant");
            subclass = DocValues.getSorted(leaf.reader(), "subclass");
            application = DocValues.getNumeric(leaf.reader(), "application");
            province = DocValues.getNumeric(leaf.reader(), "province");
            globalApplicant = applicantMap == null ? LongValues.IDENTITY : applicantMap.getGlobalOrds(leaf.ord);
            globalSubclass = subclassMap == null ? LongValues.IDENTITY : subclassMap.getGlobalOrds(leaf.ord);
        }

        @Override
        public void collect(int document) throws IOException {
            if (applicant.advanceExact(document))
                for (long ord; (ord = applicant.nextOrd()) != SortedSetDocValues.NO_MORE_ORDS;)
                    applicants[(int) globalApplicant.get(ord)]++;
            if (subclass.advanceExact(document)) subclasses[(int) globalSubclass.get(subclass.ordValue())]++;
            if (application.advanceExact(document)) years[(int) (application.longValue() / 10000) - 1900]++;
            if (province.advanceExact(document)) provinces[(int) province.longValue()]++;
        }

        private long top(int[] counts) {
            final int[] best = new int[20]; // ascending
            for (int count : counts) {
                if (count <= best[0]) continue;
                int place = 0;
                for (; place < 19 && best[place + 1] < count; place++) best[place] = best[place + 1];
                best[place] = count;
            }
            return Arrays.stream(best).asLongStream().sum();
        }

        long check() {
            long sum = top(applicants) + top(subclasses);
            for (int i = 0; i < years.length; i++) sum += (1900L + i) * years[i];
            for (int i = 0; i < provinces.length; i++) sum += (long) i * provinces[i];
            return sum;
        }
    }

    private final IndexReader reader;
    private final IndexSearcher searcher;
    private final OrdinalMap applicantMap, subclassMap;
    private final int applicantCount, subclassCount;

    private Lucene(String index) throws IOException {
        reader = DirectoryReader.open(new MMapDirectory(Path.of(index)));
        searcher = new IndexSearcher(reader);
        searcher.setQueryCache(null);
        final SortedSetDocValues applicants = MultiDocValues.getSortedSetValues(reader, "applicant");
        final SortedDocValues subclasses = MultiDocValues.getSortedValues(reader, "subclass");
        applicantCount = (int) applicants.getValueCount();
        subclassCount = subclasses.getValueCount();
        applicantMap = applicants instanceof MultiDocValues.MultiSortedSetDocValues m ? m.mapping : null;
        subclassMap = subclasses instanceof MultiDocValues.MultiSortedDocValues m ? m.mapping : null;
    }

    private long total, check;

    private void ask(String set, String task, String payload) throws IOException {
        final Query query = query(set, payload);
        total = -1;
        check = 0;
        switch (task) {
            case "count":
                total = searcher.count(query);
                return;
            case "top":
            case "total": {
                final TopScoreDocCollector best =
                    TopScoreDocCollector.create(10, task.equals("top") ? 10 : Integer.MAX_VALUE);
                searcher.search(query, best);
                final long hits = best.topDocs().totalHits.value;
                if (task.equals("total")) total = hits;
                return;
            }
            default: {
                final TopFieldCollector newest = TopFieldCollector.create(NEWEST, 50, Integer.MAX_VALUE);
                final Facets facets = task.equals("facets") ? new Facets() : null;
                searcher.search(query, facets == null ? newest : MultiCollector.wrap(newest, facets));
                final TopFieldDocs hits = newest.topDocs();
                total = hits.totalHits.value;
                for (ScoreDoc hit : hits.scoreDocs) check += (Long) ((FieldDoc) hit).fields[0];
                if (facets != null) check += facets.check();
            }
        }
    }

    private void serve() throws IOException {
        System.out.printf("ready\t%d\tLucene %s%n", reader.leaves().size(), Version.LATEST);
        System.out.flush();
        final BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String head; (head = input.readLine()) != null;) {
            final String[] parts = head.split("\t");
            final String[] payloads = new String[Integer.parseInt(parts[5])];
            for (int i = 0; i < payloads.length; i++) payloads[i] = input.readLine();
            final long warm = System.nanoTime() + (long) (Double.parseDouble(parts[3]) * 1e6);
            for (int i = 0; System.nanoTime() < warm; i++) ask(parts[1], parts[2], payloads[i % payloads.length]);
            final long end = System.nanoTime() + (long) (Double.parseDouble(parts[4]) * 1e6);
            final StringBuilder answers = new StringBuilder();
            for (String payload : payloads) {
                final long start = System.nanoTime();
                if (start > end) break;
                ask(parts[1], parts[2], payload);
                answers.append(System.nanoTime() - start)
                    .append('\t')
                    .append(total)
                    .append('\t')
                    .append(check)
                    .append('\n');
            }
            System.out.println(answers.append("end"));
            System.out.flush();
        }
    }

    public static void main(String[] arguments) throws IOException {
        switch (arguments[0]) {
            case "build" -> build(arguments[1], arguments[2]);
            case "update" -> update(arguments[1], arguments[2], Integer.parseInt(arguments[3]));
            case "serve" -> new Lucene(arguments[1]).serve();
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }
}
