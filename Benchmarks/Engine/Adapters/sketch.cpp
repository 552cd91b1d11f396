// The sketch: an engine for exactly this workload and nothing else, a floor for what one thread can attain.
//
// Flat arrays in one file that is mapped whole. The words' lists of records are not compressed, their BM25 weights are
// worked out beforehand, frequent words have bitmaps beside their lists. No list is skipped through, and a change means
// building anew.
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>

#include <array>
#include <cmath>
#include <cstring>
#include <string_view>

#include "adapter.h"

namespace {
constexpr uint32_t none = UINT32_MAX;
constexpr uint32_t chunk = 64;          // words of a bitmap, or other numbers, for which a loop without branches pays
constexpr uint32_t block = 64 * chunk;  // records of a chunk of a bitmap
constexpr uint32_t window = 8192;       // records whose scores are added up at a time, in the nearest caches
constexpr uint32_t gap = 8;             // places between title and abstract: more than NEAR/5 reaches over
constexpr uint32_t provinces = 32, years = 64;
constexpr int firstYear = 1980;
constexpr size_t symbolLengths[] = {1, 3, 4};

/// A word, filled up with zeros; signless, so that comparing is comparing bytes.
using Spelling = std::array<uint8_t, 12>;

Spelling spelled(std::string_view word, uint8_t filling = 0) {
    Spelling spelling;
    if (word.size() > spelling.size()) fail(std::string(word) + " is too long");
    std::fill(std::copy(word.begin(), word.end(), spelling.begin()), spelling.end(), filling);
    return spelling;
}

/// A word with all that a query needs to know of it, in one place of the memory.
struct Term {
    Spelling spelling;
    uint32_t start;   // of its postings, which end where the next term's begin
    uint32_t bitmap;  // `none` unless more than one in 32 records have the word
};

/// What facets count of a record. Applicants that it lacks have counters of their own: counting needs no branches.
struct Row {
    uint32_t applicants[3];
    uint16_t subclass, period;  // period: year and province in one
};

struct Sizes {
    uint64_t records, words, slots, postings, places, bitmaps, symbols, applicants;
    uint32_t chunks() const { return uint32_t((records + block - 1) / block); }
    size_t bitmap() const { return size_t(chunks()) * chunk; }
    /// The first counter of applicants that a record lacks.
    uint32_t lacking() const { return uint32_t((applicants + chunk - 1) / chunk * chunk); }
};

uint32_t symbolKey(std::string_view symbol) {
    uint32_t key = 0;
    for (char letter : symbol) key = key << 8 | uint8_t(letter);
    return key;
}

/// The arrays of the file. A posting is a record in a word's list; records are numbered in the order of publication.
struct Index {
    Sizes sizes{};
    Term *terms;                     // in the order of their spelling; the last but one stands for unknown words
    uint32_t *slots;                 // a hash table of their numbers + 1
    uint32_t *records, *placeStart;  // of postings; the places of one end where the next one's begin
    float *weights;                  // of postings
    uint8_t *places;                 // where in a record a word stands, counted from the title on
    uint64_t *bitmaps, *classes;     // of frequent words; of class symbols of one, three and four characters
    uint32_t *ranks;                 // beside each word of a bitmap: the posting of its first record
    uint32_t *symbols;               // keys, ascending
    Row *rows;
    uint32_t *application, *publication, *earliest, *latest;  // dates; earliest and latest application of a block

    /// Gives every array its place in the file at `base`; returns the file's length.
    size_t lay(char *base) {
        size_t length = sizeof sizes;
        auto put = [&](auto *&array, size_t count) {
            length = (length + 63) / 64 * 64;
            array = reinterpret_cast<std::remove_reference_t<decltype(array)>>(uintptr_t(base) + length);
            length += count * sizeof *array;
        };
        put(terms, sizes.words + 2), put(slots, sizes.slots), put(records, sizes.postings);
        put(placeStart, sizes.postings + 1), put(weights, sizes.postings), put(places, sizes.places);
        put(bitmaps, sizes.bitmaps * sizes.bitmap()), put(ranks, sizes.bitmaps * sizes.bitmap());
        put(classes, sizes.symbols * sizes.bitmap()), put(symbols, sizes.symbols), put(rows, sizes.records);
        put(application, sizes.records), put(publication, sizes.records);
        put(earliest, sizes.chunks()), put(latest, sizes.chunks());
        return length;
    }

    /// The slot of a word, or the empty one where it would be.
    uint32_t &slot(const Spelling &word) const {
        const std::string_view bytes(reinterpret_cast<const char *>(word.data()), word.size());
        const size_t mask = sizes.slots - 1;
        size_t at = std::hash<std::string_view>()(bytes) & mask;
        while (slots[at] && terms[slots[at] - 1].spelling != word) at = (at + 1) & mask;
        return slots[at];
    }

    uint32_t start(size_t word) const { return terms[word].start; }
    uint32_t end(size_t word) const { return terms[word + 1].start; }
    uint32_t frequency(size_t word) const { return end(word) - start(word); }
    const uint64_t *bitmap(size_t word) const {
        return terms[word].bitmap == none ? nullptr : bitmaps + terms[word].bitmap * sizes.bitmap();
    }
};

// MARK: Writing

class Builder : Index {
    struct Word {
        uint32_t frequency, uses, last;  // in how many records, how often, in which record last
    };
    struct Fields {
        int application, publication, province;
        std::string subclass;
        std::vector<int> applicants;
        size_t title, end;  // how many words all records have up to here
    };
    std::unordered_map<std::string, uint32_t> numbers;
    std::vector<Word> words;     // as they are met
    std::vector<uint32_t> text;  // the words of all records
    std::vector<Fields> fields;
    std::map<uint32_t, uint32_t> symbol;          // numbers by key
    std::unordered_map<int, uint32_t> applicant;  // how many records; in the end numbers

  public:
    void add(const Line &line) {
        Fields made{line.application(), line.publication(), line.province(), line.subclass(), line.applicants(), 0, 0};
        const uint32_t record = uint32_t(fields.size());
        for (const std::string *field : {&line.title(), &line.abstract()}) {
            for (const std::string &name : split(*field, ' ')) {
                text.push_back(numbers.try_emplace(name, uint32_t(words.size())).first->second);
                if (text.back() == words.size()) words.push_back({0, 0, none});
                Word &word = words[text.back()];
                word.uses++, word.frequency += word.last != record, word.last = record;
            }
            (field == &line.title() ? made.title : made.end) = text.size();
        }
        for (size_t length : symbolLengths) symbol[symbolKey(made.subclass.substr(0, length))];
        for (int name : made.applicants) applicant[name]++;
        if (made.end - (record ? fields.back().end : 0) + gap > 256) fail("a text is too long");
        if (record && made.publication < fields.back().publication) fail("not in the order of publication");
        fields.push_back(std::move(made));
    }

    void write(const char *path) {
        sizes = {fields.size(), words.size(), 16, 0, text.size(), 0, symbol.size(), applicant.size()};
        while (sizes.slots < 2 * sizes.words) sizes.slots *= 2;
        for (const Word &word : words) sizes.postings += word.frequency, sizes.bitmaps += isFrequent(word);
        if (sizes.places >= none) fail("too many records");
        std::vector<char> image(lay(nullptr));
        lay(image.data());
        memcpy(image.data(), &sizes, sizeof sizes);
        fillTerms();
        fillPostings();
        fillBitmaps();
        fillColumns();
        FILE *file = fopen(path, "w");
        if (!file || fwrite(image.data(), 1, image.size(), file) != image.size() || fclose(file))
            fail(std::string(path) + " cannot be written");
    }

  private:
    bool isFrequent(const Word &word) const { return word.frequency > fields.size() / 32; }

    /// Numbers words anew by their spelling: those that begin alike stand, with all their postings, side by side.
    void fillTerms() {
        std::vector<std::pair<std::string, uint32_t>> sorted(numbers.begin(), numbers.end());
        std::sort(sorted.begin(), sorted.end());
        std::vector<uint32_t> changed(sizes.words);
        std::vector<Word> ordered;
        uint32_t bitmap = 0;
        for (const auto &[name, number] : sorted) {
            const Word &word = words[number];
            Term &term = terms[changed[number] = uint32_t(ordered.size())];
            ordered.push_back(word);
            term.spelling = spelled(name);
            term.bitmap = isFrequent(word) ? bitmap++ : none;
            (&term)[1].start = term.start + word.frequency;
            slot(term.spelling) = uint32_t(ordered.size());
        }
        terms[sizes.words + 1].start = terms[sizes.words].start;
        terms[sizes.words].bitmap = none;
        for (uint32_t &word : text) word = changed[word];
        words.swap(ordered);
    }

    void fillPostings() {
        constexpr double k1 = 1.2, b = 0.75;
        const double mean = double(sizes.places) / double(sizes.records);
        std::vector<uint32_t> posting, place;  // the next one of each word
        for (uint32_t word = 0, used = 0; word < sizes.words; used += words[word++].uses)
            posting.push_back(start(word)), place.push_back(used);
        placeStart[sizes.postings] = uint32_t(sizes.places);
        std::vector<double> norms;
        for (uint32_t record = 0, i = 0; record < sizes.records; record++) {
            const Fields &of = fields[record];
            const uint32_t first = i;
            norms.push_back(k1 * (1 - b + b * double(of.end - first) / mean));
            for (; i < of.end; i++) {
                const uint32_t word = text[i];
                uint32_t &next = posting[word];
                if (next == start(word) || records[next - 1] != record) {
                    placeStart[next] = place[word];
                    records[next++] = record;
                }
                places[place[word]++] = uint8_t(i - first + (i < of.title ? 0 : gap));
            }
        }
        for (size_t word = 0; word < sizes.words; word++) {
            const double count = frequency(word);
            const double rarity = log(1 + (double(sizes.records) - count + 0.5) / (count + 0.5));
            for (uint32_t at = start(word); at < end(word); at++) {
                const double found = placeStart[at + 1] - placeStart[at];
                weights[at] = float(rarity * found * (k1 + 1) / (found + norms[records[at]]));
            }
        }
    }

    void fillBitmaps() {
        for (size_t word = 0; word < sizes.words; word++) {
            if (!bitmap(word)) continue;
            const size_t first = terms[word].bitmap * sizes.bitmap();
            for (uint32_t at = start(word); at < end(word); at++)
                bitmaps[first + records[at] / 64] |= 1ull << records[at] % 64;
            for (size_t i = first, rank = start(word); i < first + sizes.bitmap(); i++) {
                ranks[i] = uint32_t(rank);
                rank += size_t(__builtin_popcountll(bitmaps[i]));
            }
        }
    }

    void fillColumns() {
        uint32_t number = 0;
        for (auto &[key, place] : symbol) symbols[place = number++] = key;
        // The greatest applicants first: their counters share a few cache lines.
        std::vector<std::pair<uint32_t, int>> names;
        for (const auto &[name, count] : applicant) names.push_back({count, name});
        std::sort(names.rbegin(), names.rend());
        for (uint32_t i = 0; i < names.size(); i++) applicant[names[i].second] = i;
        std::fill_n(earliest, sizes.chunks(), none);
        for (uint32_t record = 0; record < sizes.records; record++) {
            const Fields &of = fields[record];
            const uint32_t year = uint32_t(of.application / 10000 - firstYear), province = uint32_t(of.province);
            if (year >= years || province >= provinces || of.applicants.size() > 3) fail("a row is too small");
            Row &row = rows[record];
            row.period = uint16_t(year * provinces + province);
            for (size_t length : symbolLengths) {
                row.subclass = uint16_t(symbol[symbolKey(of.subclass.substr(0, length))]);
                classes[row.subclass * sizes.bitmap() + record / 64] |= 1ull << record % 64;
            }
            // Counters by turns, for the processor waits when it counts on what it has just written.
            for (uint32_t i = 0; i < 3; i++)
                row.applicants[i] =
                    i < of.applicants.size() ? applicant[of.applicants[i]] : sizes.lacking() + (record * 2 + i) % chunk;
            application[record] = uint32_t(of.application);
            publication[record] = uint32_t(of.publication);
            uint32_t &from = earliest[record / block], &to = latest[record / block];
            from = std::min(from, application[record]), to = std::max(to, application[record]);
        }
    }
};

/// Updating is building anew, with the updates in the places of what they replace.
void build(const char *records, const char *index, const char *updates) {
    auto start = Clock::now();
    std::unordered_map<int, Line> changed;
    if (updates) Line::each(updates, [&](const Line &line) { changed.emplace(line.id(), line); });
    Builder builder;
    Line::each(records, [&](const Line &line) {
        const auto found = changed.find(line.id());
        builder.add(found == changed.end() ? line : found->second);
    });
    if (!updates) report("build", start), start = Clock::now();
    builder.write(index);
    report(updates ? "update" : "merge", start);
}

// MARK: Asking

/// The greatest of many values above zero, the least of them in front.
template <class Value, size_t size>
struct Greatest {
    Value values[size]{};
    void add(const Value &value) {
        if (value > values[0]) put(value);
    }
    /// Not inlined: loops that seldom come here need the registers.
    [[gnu::noinline]] void put(const Value &value) {
        std::pop_heap(values, values + size, std::greater<>());
        values[size - 1] = value;
        std::push_heap(values, values + size, std::greater<>());
    }
};

struct Hit {
    float score;
    uint32_t record;
    bool operator>(const Hit &other) const { return score > other.score; }
};

/// Whether one of a chunk of numbers is above another.
template <class Number>
bool isAnyAbove(const Number *numbers, Number least) {
    int any = 0;
    for (uint32_t i = 0; i < chunk; i++) any |= numbers[i] > least;
    return any;
}

/// Calls `body` with the number of each bit, counted from `first`.
template <class Body>
void eachBit(uint64_t bits, size_t first, const Body &body) {
    for (; bits; bits &= bits - 1) body(uint32_t(first) + uint32_t(__builtin_ctzll(bits)));
}

class Searcher : Index {
    using Words = std::vector<uint32_t>;
    using Bits = std::vector<uint64_t>;

    uint32_t first = 0, last = 0;  // the chunks that a query is about; others of `hits` mean nothing
    Bits hits, others;
    std::vector<float> scores;  // of a window; zero between queries, as counts are
    std::vector<int32_t> applicants, subclasses, periods;
    Greatest<Hit, 10> best;
    std::vector<Hit> good;

  public:
    explicit Searcher(const char *path) {
        const int file = open(path, O_RDONLY);
        struct stat state;
        if (file < 0 || fstat(file, &state)) fail(std::string(path) + " cannot be read");
        void *mapped = mmap(nullptr, size_t(state.st_size), PROT_READ, MAP_SHARED | MAP_POPULATE, file, 0);
        if (mapped == MAP_FAILED) fail(std::string(path) + " cannot be mapped");
        memcpy(&sizes, mapped, sizeof sizes);
        lay(static_cast<char *>(mapped));
        hits.resize(sizes.bitmap()), others.resize(sizes.bitmap());
        scores.resize(window), good.resize(window), applicants.resize(sizes.lacking() + chunk);
        subclasses.resize(sizes.symbols), periods.resize(years * provinces);
    }

    Answer ask(const Question &question, const std::string &payload) {
        const bool isRanked = question.task == "top" || question.task == "total";
        best = {};
        first = 0, last = sizes.chunks();
        Answer answer;
        if (question.isPatent()) {
            answer.total = patent(PatentQuery(payload));
        } else if (question.isPrefix()) {
            answer.total = beginning(payload);
        } else {
            const Words asked = numbered(split(payload, ' '));
            if (question.set == "term")
                answer.total = isRanked ? one(asked[0]) : frequency(asked[0]);
            else if (question.isAll() || question.isPhrase() || question.isNear())
                answer.total = all(question, asked);
            else
                answer.total = isRanked ? some(asked) : unite(hits, asked);
        }
        if (question.task == "date" || question.task == "facets") answer.check = newest();
        if (question.task == "facets") answer.check += facets(answer.total);
        if (isRanked) std::sort_heap(best.values, best.values + 10, std::greater<>());
        if (question.task == "top") answer.total = -1;
        return answer;
    }

  private:
    Words numbered(const std::vector<std::string> &names) const {
        Words found;
        for (const std::string &name : names) {
            const uint32_t word = slot(spelled(name));
            found.push_back(word ? word - 1 : uint32_t(sizes.words));
        }
        return found;
    }

    // MARK: The ten best

    uint32_t one(uint32_t word) {
        uint32_t at = start(word);
        auto add = [&](uint32_t to) {
            for (; at < to; at++) best.add({weights[at], records[at]});
        };
        while (at + chunk <= end(word))
            isAnyAbove(weights + at, best.values[0].score) ? add(at + chunk) : void(at += chunk);
        add(end(word));
        return frequency(word);
    }

    /// Records with any of the words: adds up the scores of one window after the other.
    uint32_t some(const Words &asked) {
        struct List {
            uint32_t at, next, end;  // postings: the first one of this window and of the next, and the last one
        };
        std::vector<List> lists;
        uint64_t postings = 0;
        for (uint32_t word : asked) {
            lists.push_back({start(word), start(word), end(word)});
            postings += frequency(word);
        }
        const bool isSparse = postings * 4 < sizes.records;
        uint32_t total = 0;
        float *const sums = scores.data();
        for (uint32_t base = 0; base < sizes.records; base += window) {
            for (List &list : lists) {
                const uint32_t *const record = records + (list.at = list.next);
                const float *const weight = weights + list.at;
                const size_t left = list.end - list.at;
                size_t i = 0;
                for (; i + 8 <= left && record[i + 7] - base < window; i += 8)
                    for (size_t j = i; j < i + 8; j++) sums[record[j] - base] += weight[j];
                for (; i < left && record[i] - base < window; i++) sums[record[i] - base] += weight[i];
                list.next += uint32_t(i);
            }
            if (isSparse) {
                // Few sums are taken by going through the lists once more; who comes second finds zero.
                for (const List &list : lists) {
                    const float least = best.values[0].score;
                    uint32_t found = 0, count = 0;
                    for (uint32_t at = list.at; at < list.next; at++) {
                        const uint32_t record = records[at];
                        const float sum = sums[record - base];
                        sums[record - base] = 0;
                        found += sum > 0;
                        if (sum > least) good[count++] = {sum, record};
                    }
                    for (uint32_t i = 0; i < count; i++) best.add(good[i]);
                    total += found;
                }
                continue;
            }
            for (uint32_t place = 0; place < window; place += chunk) {
                for (uint32_t i = place; i < place + chunk; i++) total += sums[i] > 0;
                if (isAnyAbove(sums + place, best.values[0].score))
                    for (uint32_t i = place; i < place + chunk; i++) best.add({sums[i], base + i});
                std::fill_n(sums + place, chunk, 0.0f);
            }
        }
        return total;
    }

    /// Finds ascending records in the list of a word.
    struct Cursor {
        const uint32_t *records;
        uint32_t place, at, end;  // the word's place in the query; the postings that are left
        const uint64_t *bits;     // its bitmap, if it has one
        const uint32_t *ranks;

        /// The posting of a record, or `none`.
        uint32_t find(uint32_t record) {
            if (bits) {
                const uint64_t word = bits[record / 64], bit = 1ull << record % 64;
                return word & bit ? ranks[record / 64] + uint32_t(__builtin_popcountll(word & (bit - 1))) : none;
            }
            // Steps that double, then halves of the last one, then sixteen at once.
            uint32_t step = 16;
            for (; at + step <= end && records[at + step - 1] < record; step *= 2) at += step;
            while ((step /= 2) >= 16)
                if (at + step <= end && records[at + step - 1] < record) at += step;
            uint32_t before = 0;
            for (uint32_t i = 0; i < 16; i++) before += (records[at + i] < record) & (i < end - at);
            at += before;
            return at < end && records[at] == record ? at : none;
        }
    };

    /// Records with all of the words, as a phrase or near one another where the question says so.
    uint32_t all(const Question &question, const Words &asked) {
        const bool isPhrase = question.isPhrase(), isNear = question.isNear();
        std::vector<Cursor> cursors;
        for (uint32_t word : asked) {
            const uint64_t *const bits = bitmap(word);
            cursors.push_back({records, uint32_t(cursors.size()), start(word), end(word), bits,
                               bits ? ranks + (bits - bitmaps) : nullptr});
        }
        std::sort(cursors.begin(), cursors.end(),
                  [](const Cursor &x, const Cursor &y) { return x.end - x.at < y.end - y.at; });
        // Behind the rarest word bitmaps come first: they answer fastest.
        std::stable_partition(cursors.begin() + 1, cursors.end(), [](const Cursor &cursor) { return cursor.bits; });

        Words postings(asked.size());  // of the record that is looked at
        uint32_t total = 0;
        auto look = [&](uint32_t record) {
            for (Cursor &cursor : cursors)
                if ((postings[cursor.place] = cursor.find(record)) == none) return;
            if (isPhrase ? !isFollowing(postings) : isNear && !isNeighbour(postings)) return;
            float score = 0;
            for (uint32_t at : postings) score += weights[at];
            best.add({score, record});
            total++;
        };
        const Cursor rarest = cursors[0];
        if (!rarest.bits)
            for (uint32_t at = rarest.at; at < rarest.end; at++) look(records[at]);
        for (size_t i = 0; rarest.bits && i < sizes.bitmap(); i++) {
            uint64_t both = rarest.bits[i];
            for (const Cursor &other : cursors) both &= other.bits[i];
            eachBit(both, i * 64, look);
        }
        return total;
    }

    bool isFollowing(const Words &postings) const {
        auto isAt = [&](uint32_t posting, uint8_t place) {
            return memchr(places + placeStart[posting], place, placeStart[posting + 1] - placeStart[posting]);
        };
        for (uint32_t x = placeStart[postings[0]]; x < placeStart[postings[0] + 1]; x++) {
            size_t next = 1;
            while (next < postings.size() && isAt(postings[next], uint8_t(places[x] + next))) next++;
            if (next == postings.size()) return true;
        }
        return false;
    }

    bool isNeighbour(const Words &postings) const {
        for (uint32_t x = placeStart[postings[0]]; x < placeStart[postings[0] + 1]; x++)
            for (uint32_t y = placeStart[postings[1]]; y < placeStart[postings[1] + 1]; y++)
                if (std::abs(places[x] - places[y]) <= 5) return true;
        return false;
    }

    // MARK: All hits

    /// Adds records to `bits`, from one posting to another.
    void mark(Bits &bits, uint32_t from, uint32_t to) const {
        for (uint32_t at = from; at < to; at++) bits[records[at] / 64] |= 1ull << records[at] % 64;
    }

    /// A word's postings in the chunks that the query is about.
    std::pair<uint32_t, uint32_t> part(uint32_t word) const {
        auto bound = [&](uint32_t record) {
            return uint32_t(std::lower_bound(records + start(word), records + end(word), record) - records);
        };
        return {first ? bound(first * block) : start(word), last < sizes.chunks() ? bound(last * block) : end(word)};
    }

    void clear(Bits &bits) const { std::fill_n(bits.begin() + first * chunk, (last - first) * chunk, 0); }

    /// Adds bitmaps to `bits`; returns how many records are in it then.
    uint32_t unite(Bits &bits, const std::vector<const uint64_t *> &lists) const {
        uint64_t total = 0;
        for (size_t place = first * chunk; place < last * chunk; place += chunk) {
            uint64_t *const __restrict into = &bits[place];
            for (const uint64_t *list : lists)
                for (uint32_t i = 0; i < chunk; i++) into[i] |= list[place + i];
            for (uint32_t i = 0; i < chunk; i++) total += uint64_t(__builtin_popcountll(into[i]));
        }
        return uint32_t(total);
    }

    /// Makes `bits` the records with any of the words; returns how many they are.
    uint32_t unite(Bits &bits, const Words &asked) const {
        clear(bits);
        std::vector<const uint64_t *> lists;
        for (uint32_t word : asked) {
            const auto [from, to] = bitmap(word) ? std::pair(0u, 0u) : part(word);
            mark(bits, from, to);
            if (bitmap(word)) lists.push_back(bitmap(word));
        }
        return unite(bits, lists);
    }

    /// Words that begin alike have one long list, interrupted by those with bitmaps.
    uint32_t beginning(const std::string &prefix) {
        auto bound = [&](uint8_t filling) {
            return size_t(std::lower_bound(terms, terms + sizes.words, spelled(prefix, filling),
                                           [](const Term &x, const Spelling &y) { return x.spelling < y; }) - terms);
        };
        const size_t from = bound(0), to = bound(0xFF);
        clear(hits);
        std::vector<const uint64_t *> lists;
        uint32_t at = start(from);
        for (size_t word = from; word < to; word++) {
            if (!bitmap(word)) continue;
            lists.push_back(bitmap(word));
            mark(hits, at, start(word));
            at = end(word);
        }
        mark(hits, at, start(to));
        return unite(hits, lists);
    }

    uint32_t patent(const PatentQuery &query) {
        const uint32_t from = uint32_t(query.from), to = uint32_t(query.to), key = symbolKey(query.symbol);
        while (first < last && latest[first] < from) first++;
        while (first < last && earliest[last - 1] > to) last--;
        const uint32_t *const symbol = std::lower_bound(symbols, symbols + sizes.symbols, key);
        if (symbol == symbols + sizes.symbols || *symbol != key) last = first;
        const uint64_t *const members = classes + size_t(symbol - symbols) * sizes.bitmap();
        const uint32_t excluded = numbered({query.without})[0];
        const uint64_t *const without = bitmap(excluded);
        unite(hits, numbered(query.first));
        unite(others, numbered(query.second));
        for (uint32_t number = first; number < last; number++) {
            const size_t place = size_t(number) * chunk;
            uint64_t *const __restrict found = &hits[place];
            for (uint32_t i = 0; i < chunk; i++) found[i] &= others[place + i] & members[place + i];
            for (uint32_t i = 0; without && i < chunk; i++) found[i] &= ~without[place + i];
            if (earliest[number] >= from && latest[number] <= to) continue;
            for (uint32_t i = 0; i < chunk; i++)
                eachBit(found[i], (place + i) * 64, [&](uint32_t record) {
                    if (application[record] < from || application[record] > to) found[i] ^= 1ull << record % 64;
                });
        }
        const auto [start, end] = without ? std::pair(0u, 0u) : part(excluded);
        for (uint32_t at = start; at < end; at++) hits[records[at] / 64] &= ~(1ull << records[at] % 64);
        return unite(hits, std::vector<const uint64_t *>());
    }

    template <class Body>
    void eachHit(const Body &body) const {
        for (size_t place = first * chunk; place < last * chunk; place++) eachBit(hits[place], place * 64, body);
    }

    /// The publication dates of the 50 newest hits, which are the last ones, added up.
    int64_t newest() const {
        int64_t sum = 0;
        int wanted = 50;
        for (size_t place = last * chunk; wanted && place-- > first * chunk;)
            for (uint64_t left = hits[place]; left && wanted; wanted--) {
                const int bit = 63 - __builtin_clzll(left);
                sum += publication[place * 64 + size_t(bit)];
                left ^= 1ull << bit;
            }
        return sum;
    }

    int64_t facets(int64_t total) {
        eachHit([&](uint32_t record) {
            const Row &row = rows[record];
            for (uint32_t applicant : row.applicants) applicants[applicant]++;
            subclasses[row.subclass]++;
            periods[row.period]++;
        });
        Greatest<int32_t, 20> most, mostOfClasses;
        if (uint64_t(total) * 16 < sizes.applicants) {
            // Few hits are gone through once more, instead of all counters.
            eachHit([&](uint32_t record) {
                for (uint32_t applicant : rows[record].applicants) {
                    if (applicant < sizes.lacking()) most.add(applicants[applicant]);
                    applicants[applicant] = 0;
                }
            });
        } else {
            for (uint32_t place = 0; place < applicants.size(); place += chunk) {
                int32_t *const counts = &applicants[place];
                if (place < sizes.lacking() && isAnyAbove(counts, most.values[0]))
                    for (uint32_t i = 0; i < chunk; i++) most.add(counts[i]);
                std::fill_n(counts, chunk, 0);
            }
        }
        for (int32_t count : subclasses) mostOfClasses.add(count);
        int64_t sum = 0;
        for (int i = 0; i < 20; i++) sum += most.values[i] + mostOfClasses.values[i];
        for (uint32_t i = 0; i < periods.size(); i++)
            sum += periods[i] * (firstYear + int64_t(i / provinces) + i % provinces);
        std::fill(subclasses.begin(), subclasses.end(), 0);
        std::fill(periods.begin(), periods.end(), 0);
        return sum;
    }
};
}  // namespace

int main(int count, char **arguments) {
    const std::string task = count > 2 ? arguments[1] : "";
    if (task == "build")
        build(arguments[2], arguments[3], nullptr);
    else if (task == "update")
        build(arguments[5], arguments[2], arguments[3]);
    else if (task == "serve") {
        Searcher searcher(arguments[2]);
        serve("sketch", 1, [&](const auto &question, const auto &payload) { return searcher.ask(question, payload); });
    } else
        fail("usage: build RECORDS INDEX | update INDEX UPDATES LENGTH RECORDS | serve INDEX");
}
