#include "guize_zip.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <zip.h>

// The functions of libzip that are called. Debian has no archive of it to link, so that on Linux it is looked for when the
// first archive is opened: without it the program runs, and ZIP, DOCX and OFD alone are not read.
#define FUNCTIONS(X) \
    X(zip_discard) \
    X(zip_error_code_zip) \
    X(zip_error_fini) \
    X(zip_error_init) \
    X(zip_fclose) \
    X(zip_file_get_error) \
    X(zip_fopen_index) \
    X(zip_fread) \
    X(zip_get_error) \
    X(zip_get_name) \
    X(zip_get_num_entries) \
    X(zip_open_from_source) \
    X(zip_source_buffer_create) \
    X(zip_source_free) \
    X(zip_stat_index) \
    X(zip_stat_init)

static struct {
#define MEMBER(name) __typeof__(name) *name;
    FUNCTIONS(MEMBER)
#undef MEMBER
} libzip;

static pthread_once_t libzip_once = PTHREAD_ONCE_INIT;
static int libzip_is_there = 0;

#ifdef __linux__
#include <dlfcn.h>

static void load(void) {
    // Version 5 is of libzip 1.8 on in Debian, 4 before. What is called here is the same in both.
    static const char *const names[] = {"libzip.so.5", "libzip.so.4"};
    void *library = NULL;
    for (size_t index = 0; library == NULL && index < sizeof names / sizeof *names; index++)
        library = dlopen(names[index], RTLD_NOW | RTLD_LOCAL);
    if (library == NULL) return;
    int has_all = 1;
#define LOOK_UP(name) has_all &= (libzip.name = (__typeof__(libzip.name))dlsym(library, #name)) != NULL;
    FUNCTIONS(LOOK_UP)
#undef LOOK_UP
    libzip_is_there = has_all;
}
#else
static void load(void) {
#define SET(name) libzip.name = name;
    FUNCTIONS(SET)
#undef SET
    libzip_is_there = 1;
}
#endif

int32_t guize_zip_is_there(void) {
    pthread_once(&libzip_once, load);
    return libzip_is_there;
}

struct guize_zip {
    zip_t *archive;
};

static guize_zip_status status_of(int code) {
    switch (code) {
    case ZIP_ER_OK: return GUIZE_ZIP_OK;
    case ZIP_ER_NOZIP: return GUIZE_ZIP_NO_ARCHIVE;
    case ZIP_ER_MEMORY: return GUIZE_ZIP_NO_MEMORY;
    case ZIP_ER_NOPASSWD:
    case ZIP_ER_WRONGPASSWD:
    case ZIP_ER_ENCRNOTSUPP: return GUIZE_ZIP_ENCRYPTED;
    case ZIP_ER_COMPNOTSUPP:
    case ZIP_ER_MULTIDISK:
    case ZIP_ER_OPNOTSUPP: return GUIZE_ZIP_UNSUPPORTED;
    default: return GUIZE_ZIP_DAMAGED;
    }
}

guize_zip_status guize_zip_open(const uint8_t *bytes, int64_t length, guize_zip **out) {
    *out = NULL;
    if (!guize_zip_is_there()) return GUIZE_ZIP_NO_LIBRARY;
    if (length <= 0) return GUIZE_ZIP_NO_ARCHIVE;
    guize_zip *self = calloc(1, sizeof *self);
    void *copy = malloc((size_t)length);
    if (self == NULL || copy == NULL) {
        free(self);
        free(copy);
        return GUIZE_ZIP_NO_MEMORY;
    }
    memcpy(copy, bytes, (size_t)length);

    zip_error_t error;
    libzip.zip_error_init(&error);
    zip_source_t *source = libzip.zip_source_buffer_create(copy, (zip_uint64_t)length, 1, &error);
    if (source == NULL) {
        free(copy);
        free(self);
        libzip.zip_error_fini(&error);
        return GUIZE_ZIP_NO_MEMORY;
    }
    self->archive = libzip.zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error);
    if (self->archive == NULL) {
        guize_zip_status status = status_of(libzip.zip_error_code_zip(&error));
        libzip.zip_source_free(source);
        libzip.zip_error_fini(&error);
        free(self);
        return status == GUIZE_ZIP_OK ? GUIZE_ZIP_DAMAGED : status;
    }
    libzip.zip_error_fini(&error);
    *out = self;
    return GUIZE_ZIP_OK;
}

void guize_zip_close(guize_zip *self) {
    if (self == NULL) return;
    libzip.zip_discard(self->archive);
    free(self);
}

int64_t guize_zip_count(const guize_zip *self) { return libzip.zip_get_num_entries(self->archive, 0); }

guize_zip_status guize_zip_stat(guize_zip *self, int64_t index, guize_zip_entry *entry) {
    memset(entry, 0, sizeof *entry);
    if (index < 0) return GUIZE_ZIP_DAMAGED;
    const char *raw = libzip.zip_get_name(self->archive, (zip_uint64_t)index, ZIP_FL_ENC_RAW);
    if (raw == NULL) return status_of(libzip.zip_error_code_zip(libzip.zip_get_error(self->archive)));
    entry->name = (const uint8_t *)raw;
    entry->name_length = (int64_t)strlen(raw);
    // Strictly, what the archive does not mark as UTF-8 comes converted from code page 437.
    const char *strict = libzip.zip_get_name(self->archive, (zip_uint64_t)index, ZIP_FL_ENC_STRICT);
    entry->is_utf8 = strict != NULL && strcmp(raw, strict) == 0;

    zip_stat_t stat;
    libzip.zip_stat_init(&stat);
    if (libzip.zip_stat_index(self->archive, (zip_uint64_t)index, 0, &stat) != 0)
        return status_of(libzip.zip_error_code_zip(libzip.zip_get_error(self->archive)));
    if (!(stat.valid & ZIP_STAT_SIZE) || !(stat.valid & ZIP_STAT_COMP_SIZE)) return GUIZE_ZIP_DAMAGED;
    entry->size = stat.size;
    entry->packed_size = stat.comp_size;
    entry->is_encrypted = (stat.valid & ZIP_STAT_ENCRYPTION_METHOD) && stat.encryption_method != ZIP_EM_NONE;
    return GUIZE_ZIP_OK;
}

guize_zip_status guize_zip_read(guize_zip *self, int64_t index, uint8_t *bytes, int64_t capacity, int64_t *written) {
    *written = 0;
    if (index < 0 || capacity < 0) return GUIZE_ZIP_DAMAGED;
    zip_file_t *file = libzip.zip_fopen_index(self->archive, (zip_uint64_t)index, 0);
    if (file == NULL) return status_of(libzip.zip_error_code_zip(libzip.zip_get_error(self->archive)));
    guize_zip_status status = GUIZE_ZIP_OK;
    // One byte more than fits, so that the checksum is looked at and too long an entry is noticed.
    for (;;) {
        uint8_t spare;
        int is_full = *written == capacity;
        zip_int64_t count =
            is_full ? libzip.zip_fread(file, &spare, 1) : libzip.zip_fread(file, bytes + *written, (zip_uint64_t)(capacity - *written));
        if (count < 0) {
            status = status_of(libzip.zip_error_code_zip(libzip.zip_file_get_error(file)));
            if (status == GUIZE_ZIP_OK) status = GUIZE_ZIP_DAMAGED;
            break;
        }
        if (count == 0) break;
        if (is_full) {
            status = GUIZE_ZIP_TOO_SMALL;
            break;
        }
        *written += count;
    }
    int code = libzip.zip_fclose(file);
    if (status == GUIZE_ZIP_OK && code != 0) status = status_of(code);
    return status;
}
