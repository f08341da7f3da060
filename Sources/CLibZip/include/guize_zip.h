#ifndef GUIZE_ZIP_H
#define GUIZE_ZIP_H

// ZIP archives by libzip, read from memory, with plain C types alone. Nothing is written to disk.

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// How a call ended.
typedef enum {
    GUIZE_ZIP_OK = 0,
    /// The bytes are no ZIP archive.
    GUIZE_ZIP_NO_ARCHIVE = 1,
    /// The archive contradicts itself or ends early: entries that overlap, headers that differ, a wrong checksum.
    GUIZE_ZIP_DAMAGED = 2,
    /// The entry is encrypted.
    GUIZE_ZIP_ENCRYPTED = 3,
    /// The entry is packed in a way that is not read.
    GUIZE_ZIP_UNSUPPORTED = 4,
    /// There is no memory for it.
    GUIZE_ZIP_NO_MEMORY = 5,
    /// The output does not fit: the entry holds more bytes than it says.
    GUIZE_ZIP_TOO_SMALL = 6,
    /// libzip is not installed.
    GUIZE_ZIP_NO_LIBRARY = 7
} guize_zip_status;

typedef struct guize_zip guize_zip;

typedef struct {
    /// As the archive has it, in an encoding of its own, not ended by 0; valid until the archive is closed.
    const uint8_t *name;
    int64_t name_length;
    /// The archive marks the name as UTF-8, or it is ASCII.
    int32_t is_utf8;
    int32_t is_encrypted;
    /// Bytes as the directory says: not to be relied on.
    uint64_t size;
    uint64_t packed_size;
} guize_zip_entry;

/// Whether libzip is installed; without it no archive opens.
int32_t guize_zip_is_there(void);

/// Opens an archive with consistency checks; `bytes` are copied. At GUIZE_ZIP_OK the caller closes `archive`.
guize_zip_status guize_zip_open(const uint8_t *bytes, int64_t length, guize_zip **archive);

void guize_zip_close(guize_zip *archive);

int64_t guize_zip_count(const guize_zip *archive);

guize_zip_status guize_zip_stat(guize_zip *archive, int64_t index, guize_zip_entry *entry);

/// Unpacks an entry. `capacity` counts bytes.
guize_zip_status guize_zip_read(guize_zip *archive, int64_t index, uint8_t *bytes, int64_t capacity, int64_t *written);

#ifdef __cplusplus
}
#endif

#endif
