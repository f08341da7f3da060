#ifndef GUIZE_ICU_H
#define GUIZE_ICU_H

// Character sets by ICU, with plain C types alone: when ICU's own headers reach Swift, they clash with the ICU that
// Foundation carries.

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// How a conversion ended.
typedef enum {
    GUIZE_ICU_OK = 0,
    /// No converter has that name.
    GUIZE_ICU_UNKNOWN_CHARSET = 1,
    /// Bytes (or a scalar) that the charset does not have; `offset` is that of the first one.
    GUIZE_ICU_INVALID = 2,
    /// The input ends inside a character; `offset` is where it begins.
    GUIZE_ICU_TRUNCATED = 3,
    /// The output does not fit; nothing in `written` counts.
    GUIZE_ICU_TOO_SMALL = 4,
    /// ICU itself failed: no memory, no data.
    GUIZE_ICU_FAILED = 5
} guize_icu_status;

/// Writes the IANA name of the charset that ICU knows by `name` (any alias, ASCII, ended by 0) to `canonical`.
guize_icu_status guize_icu_canonical_name(const char *name, char *canonical, int32_t capacity);

/// The charset that the bytes are most likely in, as the `rank`-th guess (0 is the best): its name, ended by 0, and how
/// sure ICU is, 0 to 100. `GUIZE_ICU_UNKNOWN_CHARSET` when there are not as many guesses.
guize_icu_status guize_icu_detect(
    const uint8_t *bytes, int32_t length, int32_t rank, char *name, int32_t capacity, int32_t *confidence);

/// Decodes all of `bytes`, strictly, to Unicode scalars. `capacity` counts scalars; as many as bytes always do.
guize_icu_status guize_icu_decode(
    const char *charset, const uint8_t *bytes, int64_t length, uint32_t *scalars, int64_t capacity, int64_t *written,
    int64_t *offset);

/// Encodes all of `scalars`, strictly. `capacity` counts bytes; eight a scalar always do.
guize_icu_status guize_icu_encode(
    const char *charset, const uint32_t *scalars, int64_t length, uint8_t *bytes, int64_t capacity, int64_t *written,
    int64_t *offset);

#ifdef __cplusplus
}
#endif

#endif
