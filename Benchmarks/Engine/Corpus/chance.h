// Numbers by chance, the same for the same seed everywhere.
#pragma once
#include <cmath>
#include <cstdint>
#include <initializer_list>
#include <utility>
#include <vector>

using std::vector;

/// SplitMix64 (Steele, Lea, Flood 2014).
struct Random {
    uint64_t state;
    uint64_t next() {
        uint64_t z = state += 0x9E3779B97F4A7C15;
        z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9;
        z = (z ^ z >> 27) * 0x94D049BB133111EB;
        return z ^ z >> 31;
    }
    double unit() { return double(next() >> 11) * 0x1p-53; }
    uint32_t below(uint32_t n) { return uint32_t(unit() * n); }
};

/// The same number for the same key, whatever else was drawn.
uint64_t mix(std::initializer_list<uint64_t> key) {
    Random random{0x243F6A8885A308D3};
    for (uint64_t part : key) random.state ^= random.next() + part * 0xD6E8FEB86659FD93;
    return random.next();
}
double unit(uint64_t bits) { return double(bits >> 11) * 0x1p-53; }

/// Ranks 0..<n with probability proportional to (rank + 1)^-exponent, in constant time (Vose 1991).
class Zipf {
    vector<double> keep;
    vector<uint32_t> other;

  public:
    Zipf(uint32_t n, double exponent) : keep(n), other(n) {
        double total = 0;
        for (uint32_t i = 0; i < n; i++) total += keep[i] = pow(i + 1, -exponent);
        vector<uint32_t> small, large;
        for (uint32_t i = 0; i < n; i++) (((keep[i] *= n / total) < 1) ? small : large).push_back(i);
        while (!small.empty() && !large.empty()) {
            uint32_t less = small.back(), more = large.back();
            small.pop_back();
            other[less] = more;
            if ((keep[more] -= 1 - keep[less]) < 1) large.pop_back(), small.push_back(more);
        }
        for (uint32_t i : small) keep[i] = 1;
        for (uint32_t i : large) keep[i] = 1;
    }
    uint32_t operator()(Random &random) const {
        double place = random.unit() * double(keep.size());
        uint32_t i = uint32_t(place);
        return place - i < keep[i] ? i : other[i];
    }
};
