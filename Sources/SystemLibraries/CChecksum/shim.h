// CRC-32C by the processor's own instruction, where it has one (SSE 4.2: Intel since 2008, AMD since 2011).
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#if defined(__x86_64__)
#include <cpuid.h>

/// Whether `verbatim_crc32c` may be called.
static inline int verbatim_has_crc32c(void) {
  unsigned int eax, ebx, ecx, edx;
  return __get_cpuid(1, &eax, &ebx, &ecx, &edx) && (ecx & bit_SSE4_2);
}

/// Takes the register through `count` bytes.
__attribute__((target("sse4.2")))
static inline uint32_t verbatim_crc32c(uint32_t reg, const uint8_t *bytes, size_t count) {
  uint64_t wide = reg;
  while (count >= 8) {
    uint64_t word;
    memcpy(&word, bytes, 8);
    wide = __builtin_ia32_crc32di(wide, word);
    bytes += 8;
    count -= 8;
  }
  uint32_t narrow = (uint32_t)wide;
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
