#ifndef RCEP_BYTE_MASKS_H
#define RCEP_BYTE_MASKS_H

#include <stdint.h>
#include <string.h>

// Why C: Swift can compare 64 bytes at once, but has no way to make one number of the 64 answers. Clang has, on every
// kind of processor (a few instructions on x86-64).

typedef unsigned char rcep_block __attribute__((ext_vector_type(64)));
typedef _Bool rcep_answers __attribute__((ext_vector_type(64)));

/// Where a byte stands among the 64 from `start` on: one bit for each, the first lowest. All 64 must be readable.
static inline uint64_t rcep_places_of(unsigned char byte, const unsigned char *start) {
    rcep_block block;
    memcpy(&block, start, sizeof block);
    rcep_answers answers = __builtin_convertvector(block == (rcep_block)byte, rcep_answers);
    uint64_t places;
    memcpy(&places, &answers, sizeof places);
    return places;
}

typedef unsigned char rcep_short_block __attribute__((ext_vector_type(16)));

/// Whether one of 16 bytes is a quotation mark, a backslash or below a space: what stands in no JSON string as it is.
static inline _Bool rcep_need_escape(uint64_t first, uint64_t second) {
    uint64_t words[2] = {first, second};
    rcep_short_block block;
    memcpy(&block, words, sizeof block);
    return __builtin_reduce_or((block == '"') | (block == '\\') | (block < ' ')) != 0;
}

#endif
