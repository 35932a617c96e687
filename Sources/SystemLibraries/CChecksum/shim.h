// CRC-32C by the processor's own instructions, where it has them (SSE 4.2 and PCLMULQDQ: Intel since 2010, AMD since 2011).
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#if defined(__x86_64__)
#include <cpuid.h>

/// Whether `verbatim_crc32c` may be called.
static inline int verbatim_has_crc32c(void) {
  unsigned int eax, ebx, ecx, edx;
  return __get_cpuid(1, &eax, &ebx, &ecx, &edx) && (ecx & bit_SSE4_2) && (ecx & bit_PCLMUL);
}

/// The bytes of one of three parts that are taken at the same time: three make 4,080 of a page's 4,096 bytes.
#define VERBATIM_CRC32C_LANE 1360

/// The register times `power`, a product of 64 bits: what the instruction makes of it is the register taken through zeros.
__attribute__((target("sse4.2,pclmul")))
static inline uint64_t verbatim_crc32c_product(uint64_t reg, uint32_t power) {
  typedef long long pair __attribute__((vector_size(16)));
  pair left = {(long long)reg, 0}, right = {power, 0};
  return (uint64_t)__builtin_ia32_pclmulqdq128(left, right, 0)[0];
}

__attribute__((target("sse4.2,pclmul")))
static inline uint64_t verbatim_crc32c_word(uint64_t reg, const uint8_t *bytes) {
  uint64_t word;
  memcpy(&word, bytes, 8);
  return __builtin_ia32_crc32di(reg, word);
}

/// Takes the register through `count` bytes.
///
/// The instruction waits three cycles for its own result, but can begin each cycle: three parts side by side, brought together
/// by multiplying with powers of x (Gopal and others, "Fast CRC computation for iSCSI polynomial using CRC32 instruction",
/// Intel, 2011).
__attribute__((target("sse4.2,pclmul")))
static inline uint32_t verbatim_crc32c(uint32_t reg, const uint8_t *bytes, size_t count) {
  const size_t lane = VERBATIM_CRC32C_LANE;
  uint64_t first = reg;
  while (count >= 3 * lane) {
    uint64_t second = 0, third = 0;
    for (size_t place = 0; place < lane; place += 8) {
      first = verbatim_crc32c_word(first, bytes + place);
      second = verbatim_crc32c_word(second, bytes + lane + place);
      third = verbatim_crc32c_word(third, bytes + 2 * lane + place);
    }
    // x^(16 · lane − 33) and x^(8 · lane − 33), modulo the polynomial, lowest power in the highest bit.
    uint64_t product = verbatim_crc32c_product(first, 0x5aa1f3cf) ^ verbatim_crc32c_product(second, 0x3f70cc6f);
    first = __builtin_ia32_crc32di(0, product) ^ third;
    bytes += 3 * lane;
    count -= 3 * lane;
  }
  while (count >= 8) {
    first = verbatim_crc32c_word(first, bytes);
    bytes += 8;
    count -= 8;
  }
  uint32_t narrow = (uint32_t)first;
  while (count > 0) {
    narrow = __builtin_ia32_crc32qi(narrow, *bytes++);
    count--;
  }
  return narrow;
}
#else
static inline int verbatim_has_crc32c(void) { return 0; }

static inline uint32_t verbatim_crc32c(uint32_t reg, const uint8_t *bytes, size_t count) {
  (void)bytes;
  (void)count;
  return reg;
}
#endif
