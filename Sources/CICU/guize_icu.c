#include "guize_icu.h"

#include <string.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/utf16.h>

enum { UNITS = 4096 };

static guize_icu_status copy_name(const char *name, char *out, int32_t capacity) {
    size_t length = strlen(name);
    if (capacity <= 0 || length >= (size_t)capacity) return GUIZE_ICU_TOO_SMALL;
    memcpy(out, name, length + 1);
    return GUIZE_ICU_OK;
}

static guize_icu_status open_converter(const char *name, UConverter **converter) {
    UErrorCode error = U_ZERO_ERROR;
    *converter = ucnv_open(name, &error);
    if (U_SUCCESS(error)) return GUIZE_ICU_OK;
    *converter = NULL;
    return error == U_FILE_ACCESS_ERROR || error == U_ILLEGAL_ARGUMENT_ERROR ? GUIZE_ICU_UNKNOWN_CHARSET
                                                                              : GUIZE_ICU_FAILED;
}

guize_icu_status guize_icu_canonical_name(const char *name, char *canonical, int32_t capacity) {
    UConverter *converter;
    guize_icu_status status = open_converter(name, &converter);
    if (status != GUIZE_ICU_OK) return status;
    UErrorCode error = U_ZERO_ERROR;
    const char *own = ucnv_getName(converter, &error);
    const char *best = NULL;
    if (U_SUCCESS(error)) {
        best = ucnv_getStandardName(own, "IANA", &error);
        if (U_FAILURE(error) || best == NULL) best = own;
    }
    status = best == NULL ? GUIZE_ICU_FAILED : copy_name(best, canonical, capacity);
    ucnv_close(converter);
    return status;
}

guize_icu_status guize_icu_detect(
    const uint8_t *bytes, int32_t length, int32_t rank, char *name, int32_t capacity, int32_t *confidence) {
    UErrorCode error = U_ZERO_ERROR;
    UCharsetDetector *detector = ucsdet_open(&error);
    if (U_FAILURE(error)) return GUIZE_ICU_FAILED;
    guize_icu_status status = GUIZE_ICU_UNKNOWN_CHARSET;
    ucsdet_setText(detector, (const char *)bytes, length, &error);
    int32_t found = 0;
    const UCharsetMatch **matches = ucsdet_detectAll(detector, &found, &error);
    if (U_SUCCESS(error) && rank >= 0 && rank < found) {
        const char *own = ucsdet_getName(matches[rank], &error);
        *confidence = ucsdet_getConfidence(matches[rank], &error);
        if (U_SUCCESS(error)) status = copy_name(own, name, capacity);
    }
    ucsdet_close(detector);
    return status;
}

guize_icu_status guize_icu_decode(
    const char *charset, const uint8_t *bytes, int64_t length, uint32_t *scalars, int64_t capacity, int64_t *written,
    int64_t *offset) {
    *written = 0;
    *offset = 0;
    UConverter *converter;
    guize_icu_status status = open_converter(charset, &converter);
    if (status != GUIZE_ICU_OK) return status;
    UErrorCode error = U_ZERO_ERROR;
    ucnv_setToUCallBack(converter, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL, &error);
    ucnv_setFallback(converter, 0);
    if (U_FAILURE(error)) status = GUIZE_ICU_FAILED;

    const char *source = (const char *)bytes;
    const char *end = source + length;
    UChar units[UNITS];
    UChar lead = 0;
    int64_t count = 0;
    int done = 0;
    while (status == GUIZE_ICU_OK && !done) {
        UChar *target = units;
        error = U_ZERO_ERROR;
        ucnv_toUnicode(converter, &target, units + UNITS, &source, end, NULL, 1, &error);
        for (const UChar *unit = units; unit < target; unit++) {
            uint32_t scalar = *unit;
            if (lead != 0 && U16_IS_TRAIL(*unit)) {
                scalar = U16_GET_SUPPLEMENTARY(lead, *unit);
                lead = 0;
            } else if (lead != 0 || U16_IS_TRAIL(*unit)) {
                // Some converters pass lone surrogates on; they are no scalars, and callers count on that.
                status = GUIZE_ICU_INVALID;
                break;
            } else if (U16_IS_LEAD(*unit)) {
                lead = *unit;
                continue;
            }
            if (count == capacity) {
                status = GUIZE_ICU_TOO_SMALL;
                break;
            }
            scalars[count++] = scalar;
        }
        if (status != GUIZE_ICU_OK || error == U_BUFFER_OVERFLOW_ERROR) continue;
        if (U_SUCCESS(error)) {
            done = 1;
            if (lead != 0) status = GUIZE_ICU_INVALID;
        } else {
            char invalid[32];
            int8_t invalid_length = sizeof invalid;
            UErrorCode ignored = U_ZERO_ERROR;
            ucnv_getInvalidChars(converter, invalid, &invalid_length, &ignored);
            if (U_FAILURE(ignored)) invalid_length = 0;
            *offset = (source - (const char *)bytes) - invalid_length;
            if (*offset < 0) *offset = 0;
            switch (error) {
            case U_TRUNCATED_CHAR_FOUND: status = GUIZE_ICU_TRUNCATED; break;
            case U_INVALID_CHAR_FOUND:
            case U_ILLEGAL_CHAR_FOUND:
            case U_ILLEGAL_ESCAPE_SEQUENCE:
            case U_UNSUPPORTED_ESCAPE_SEQUENCE: status = GUIZE_ICU_INVALID; break;
            default: status = GUIZE_ICU_FAILED; break;
            }
        }
    }
    ucnv_close(converter);
    *written = count;
    return status;
}

guize_icu_status guize_icu_encode(
    const char *charset, const uint32_t *scalars, int64_t length, uint8_t *bytes, int64_t capacity, int64_t *written,
    int64_t *offset) {
    *written = 0;
    *offset = 0;
    UConverter *converter;
    guize_icu_status status = open_converter(charset, &converter);
    if (status != GUIZE_ICU_OK) return status;
    UErrorCode error = U_ZERO_ERROR;
    ucnv_setFromUCallBack(converter, UCNV_FROM_U_CALLBACK_STOP, NULL, NULL, NULL, &error);
    ucnv_setFallback(converter, 0);
    if (U_FAILURE(error)) status = GUIZE_ICU_FAILED;

    char *target = (char *)bytes;
    char *limit = target + capacity;
    for (int64_t index = 0; status == GUIZE_ICU_OK && index < length; index++) {
        UChar units[2];
        int32_t count = 0;
        U16_APPEND_UNSAFE(units, count, scalars[index]);
        const UChar *source = units;
        error = U_ZERO_ERROR;
        ucnv_fromUnicode(converter, &target, limit, &source, units + count, NULL, index + 1 == length, &error);
        if (U_FAILURE(error)) {
            *offset = index;
            status = error == U_BUFFER_OVERFLOW_ERROR ? GUIZE_ICU_TOO_SMALL
                     : error == U_INVALID_CHAR_FOUND || error == U_ILLEGAL_CHAR_FOUND ? GUIZE_ICU_INVALID
                                                                                       : GUIZE_ICU_FAILED;
        }
    }
    ucnv_close(converter);
    *written = target - (char *)bytes;
    return status;
}
