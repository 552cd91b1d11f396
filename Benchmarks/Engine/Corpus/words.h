// The vocabulary.
#pragma once
#include <iconv.h>

#include <set>
#include <string>
#include <unordered_set>

#include "../answer.h"
#include "chance.h"

using std::string;

constexpr uint32_t vocabulary = 300000;  // words of each language
enum Language { english, chinese };

/// Words by language and frequency rank.
///
/// They are made so that engines which index words and engines which index pairs of Han characters agree on totals.
/// Chinese: a character is either a word of its own or stands only at the beginning, inside or at the end of words, so
/// that a word is found in running text exactly where it stands. English: the last letter of a word stands nowhere
/// else, so that two words written as one are never a word.
class Words {
    static vector<string> hanCharacters() {
        // The characters of GB 2312 but those that are traditional forms of others.
        static const std::set<uint16_t> traditional = {0xBDE5, 0xBEE3, 0xC7AC, 0xD6F8, 0xDAE6, 0xDCD1,
                                                       0xDDCE, 0xDFA1, 0xDFB8, 0xE1E1, 0xE1E7, 0xE2B7,
                                                       0xE6A2, 0xECB6, 0xF3E9, 0xF5D3, 0xF7E1};
        iconv_t converter = iconv_open("UTF-8", "GB2312");
        if (converter == iconv_t(-1)) fail("iconv knows no GB2312");
        vector<string> characters;
        for (int row = 0xB0; row <= 0xF7; row++)
            for (int cell = 0xA1; cell <= 0xFE; cell++) {
                if (traditional.count(uint16_t(row << 8 | cell))) continue;
                char code[2] = {char(row), char(cell)}, text[8];
                char *from = code, *to = text;
                size_t left = 2, room = sizeof text;
                if (iconv(converter, &from, &left, &to, &room) != size_t(-1)) characters.push_back(string(text, to));
                iconv(converter, nullptr, nullptr, nullptr, nullptr);
            }
        iconv_close(converter);
        for (size_t i = characters.size(); i > 1; i--) std::swap(characters[i - 1], characters[mix({1, i}) % i]);
        return characters;
    }

    void makeChinese() {
        // How many of a hundred words have one, two, three characters, by rank, as in a dictionary of real words.
        struct Band {
            uint32_t end;
            int one, two, three;
        };
        static const Band bands[] = {{10, 100, 0, 0},    {100, 84, 16, 0},    {1000, 39, 59, 2},
                                     {10000, 23, 68, 7}, {100000, 0, 56, 30}, {vocabulary, 0, 28, 38}};
        const vector<string> han = hanCharacters();
        const uint32_t alone = 2600, part = uint32_t(han.size() - alone) / 3;
        const string *first = &han[alone], *inner = first + part, *last = inner + part;
        Zipf beginning(part, 0.7);
        Random random{mix({2})};
        std::unordered_set<string> seen;
        uint32_t singles = 0;
        for (const Band &band : bands)
            while (words[chinese].size() < band.end) {
                const int dice = int(random.below(100));
                string word;
                if (dice < band.one && singles < alone) {
                    word = han[singles++];
                } else {
                    word = first[beginning(random)];
                    const int length = dice < band.one + band.two ? 2 : dice < band.one + band.two + band.three ? 3 : 4;
                    for (int i = 2; i < length; i++) word += inner[random.below(part)];
                    word += last[random.below(part)];
                }
                if (seen.insert(word).second) words[chinese].push_back(word);
            }
    }

    void makeEnglish() {
        static const char onsets[] = "cpmblfhvkgwjzq", vowels[] = "aeiouy", finals[] = "snrtdx";
        Zipf onset(14, 0.85), vowel(6, 1.4), final(6, 0.5);
        Random random{mix({3})};
        std::unordered_set<string> seen;
        while (words[english].size() < vocabulary) {
            const size_t rank = words[english].size();
            string word;
            for (int i = rank < 100 ? 1 : rank < 20000 ? 2 : 3; i > 0; i--)
                (word += onsets[onset(random)]) += vowels[vowel(random)];
            word += finals[final(random)];
            if (seen.insert(word).second) words[english].push_back(word);
        }
    }

  public:
    vector<string> words[2];
    Words() { makeChinese(), makeEnglish(); }
    /// A word by its number: English ones first.
    const string &operator[](uint32_t number) const { return words[number / vocabulary][number % vocabulary]; }
};
