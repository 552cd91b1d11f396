// The records.
#pragma once
#include <algorithm>
#include <cstdio>

#include "words.h"

struct Record {
    uint32_t id, city, status, family;
    uint8_t province;  // 0 without, else 1 to 31
    Language language;
    uint32_t application, publication;  // yyyymmdd
    string kind, country, number, ipc;
    vector<uint32_t> applicants, inventors;
    vector<uint32_t> title, abstract;  // numbers of words
};

class Corpus {
    static constexpr uint32_t subclasses = 600, topicWords = 4000, topicPhrases = 1500;
    static constexpr int firstYear = 1985, lastYear = 2025;
    const Zipf word{vocabulary, 1.05}, topicWord{topicWords, 1.0}, topicPhrase{topicPhrases, 0.9};
    const Zipf subclass{subclasses, 0.9}, group{40, 1.0}, applicant{200000, 0.95}, inventor{600000, 0.6};
    const Zipf province{31, 0.9}, state{6, 1.0};
    vector<string> symbols;
    vector<double> years;  // filings up to the end of each year, growing by 9 % a year

    vector<uint32_t> topics;  // the numbers of the words of each language's and topic's own vocabulary

    uint32_t topical(Language language, uint32_t topic, uint32_t place) const {
        return topics[(language * subclasses + topic) * topicWords + place];
    }

    static uint32_t date(double year) {
        static const int starts[] = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365};
        const int day = int((year - int(year)) * 365);
        int month = 1;
        while (day >= starts[month]) month++;
        return uint32_t(int(year) * 10000 + month * 100 + day - starts[month - 1] + 1);
    }

    vector<uint32_t> distinct(const Zipf &names, uint32_t count, Random &random) const {
        std::set<uint32_t> chosen;
        while (chosen.size() < count) chosen.insert(names(random));
        return {chosen.begin(), chosen.end()};
    }

  public:
    const uint32_t count;
    const uint64_t seed;
    const Words words;

    Corpus(uint32_t count, uint64_t seed) : count(count), seed(seed) {
        std::set<string> seen;
        for (uint64_t i = 0; symbols.size() < subclasses; i++) {
            const uint64_t bits = mix({seed, 11, i});
            char symbol[8];
            snprintf(symbol, sizeof symbol, "%c%02d%c", char('A' + bits % 8), int(1 + (bits >> 8) % 60),
                     char('A' + (bits >> 20) % 14));
            if (seen.insert(symbol).second) symbols.push_back(symbol);
        }
        double total = 0;
        for (int year = firstYear; year <= lastYear; year++) years.push_back(total += pow(1.09, year - firstYear));
        // Their ranks are even in the logarithm from 50 to the last.
        for (uint32_t language : {english, chinese})
            for (uint64_t place = 0; place < subclasses * topicWords; place++) {
                const double rank = 50 * pow(vocabulary / 50.0, unit(mix({seed, 10, language, place})));
                topics.push_back(language * vocabulary + std::min(uint32_t(rank), vocabulary - 1));
            }
    }

    /// Whether the second revision of a record is in the updates.
    bool isUpdated(uint32_t id) const { return mix({seed, 12, id}) % 10 == 0; }

    /// A record; its second revision (1) has other texts and another status.
    Record record(uint32_t id, uint32_t revision) const {
        Random random{mix({seed, 13, id})};
        Record record{};
        record.id = id;
        // Records stand in the order of their publication, the application was half a year to three years before.
        const double part = (id + 0.5) / count * years.back();
        const size_t year = size_t(std::lower_bound(years.begin(), years.end(), part) - years.begin());
        const double before = year ? years[year - 1] : 0;
        const double published = firstYear + double(year) + (part - before) / (years[year] - before);
        const double applied = published - 0.5 - 2.5 * random.unit() * random.unit();
        record.publication = date(published);
        record.application = date(applied < firstYear ? firstYear + random.unit() * (published - firstYear) : applied);

        record.language = random.unit() < 0.5 ? chinese : english;
        const bool isChinese = record.language == chinese;
        const uint32_t topic = subclass(random);
        record.ipc = symbols[topic] + std::to_string(1 + group(random)) + "/";
        const uint32_t subgroup = 2 * random.below(40);
        record.ipc += (subgroup < 10 ? "0" : "") + std::to_string(subgroup);
        static const char *const countries[] = {"US", "US", "US", "EP", "EP", "JP", "JP", "KR", "WO", "DE"};
        static const char *const kinds[2][6] = {{"A", "B", "A1", "A1", "B2", "B2"}, {"A", "A", "B", "U", "U", "S"}};
        record.country = isChinese ? "CN" : countries[random.below(10)];
        record.kind = kinds[record.language][random.below(6)];
        record.number = record.country + std::to_string(100000000 + id) + record.kind;
        static const uint32_t applicants[] = {1, 1, 1, 1, 1, 2, 2, 3};
        record.applicants = distinct(applicant, applicants[random.below(8)], random);
        record.inventors = distinct(inventor, 1 + random.below(4), random);
        if (isChinese) {
            record.province = uint8_t(1 + province(random));
            record.city = record.province * 100u + uint32_t(11 * random.unit() * random.unit());
        }
        record.family = uint32_t(random.unit() * count / 1.6);

        random.state = mix({seed, 14, id, revision});
        record.status = state(random);
        const uint32_t titleLength = 6 + random.below(9), length = titleLength + 60 + random.below(61);
        vector<uint32_t> text;
        while (text.size() < length) {
            const double dice = random.unit();
            if (dice < 0.6) {
                text.push_back(uint32_t(record.language) * vocabulary + word(random));
            } else if (dice < 0.9) {
                text.push_back(topical(record.language, topic, topicWord(random)));
            } else {  // a term of the subject: the same two to four words every time
                uint64_t bits = mix({seed, 15, topic, uint64_t(record.language), topicPhrase(random)});
                for (uint64_t left = 2 + bits % 3; left > 0; left--) {
                    bits = mix({bits, left});
                    text.push_back(topical(record.language, topic, uint32_t(pow(unit(bits), 2) * topicWords)));
                }
            }
        }
        record.title.assign(text.begin(), text.begin() + titleLength);
        record.abstract.assign(text.begin() + titleLength, text.begin() + length);
        return record;
    }

    string text(const vector<uint32_t> &numbers) const {
        string text;
        for (uint32_t number : numbers) {
            if (!text.empty()) text += ' ';
            text += words[number];
        }
        return text;
    }

    void print(FILE *file, const Record &record) const {
        auto names = [](char letter, const vector<uint32_t> &numbers) {
            string list;
            for (uint32_t number : numbers)
                list += (list.empty() ? "" : ";") + string(1, letter) + std::to_string(number);
            return list;
        };
        fprintf(file, "%u\t%s\t%u\t%u\t%s\t%s\t%s\t%s\t%s\t%u\t%u\t%u\t%u\t%s\t%s\t%s\n", record.id,
                record.number.c_str(), record.application, record.publication, record.kind.c_str(),
                record.country.c_str(), record.ipc.c_str(), names('A', record.applicants).c_str(),
                names('I', record.inventors).c_str(), unsigned(record.province), record.city, record.status,
                record.family, record.language == chinese ? "zh" : "en", text(record.title).c_str(),
                text(record.abstract).c_str());
    }
};
