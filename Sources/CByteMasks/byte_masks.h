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

#endif
