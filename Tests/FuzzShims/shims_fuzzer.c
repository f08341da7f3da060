/* What C of ours does with bytes that nobody vouches for; scripts/fuzz-shims builds it with libFuzzer and the sanitizers for
   addresses and undefined behaviour. The first byte of an input chooses the shim. What a shim gives is looked at whole, so
   that a range which reaches out shows. */
#include <stdlib.h>
#include <string.h>

#include "guize_html.h"
#include "guize_icu.h"
#include "guize_xml.h"
#include "guize_zip.h"

/* Read by nobody, so that the sums are made. */
static volatile uint64_t sum;

static void look(const void *bytes, int64_t length) {
    if (length < 0) abort();
    uint64_t here = 0;
    for (int64_t index = 0; index < length; index++) here += ((const uint8_t *)bytes)[index];
    sum += here;
}

/* ---- XML ---- */

typedef struct {
    int depth;
    int most_depth;
    int64_t nodes;
} state;

static void begin(void *context, const char *name, const char *space) {
    state *self = context;
    if (++self->depth > self->most_depth) abort();
    self->nodes++;
    look(name, (int64_t)strlen(name));
    if (space != NULL) look(space, (int64_t)strlen(space));
}

static void attribute(void *context, const char *name, const char *space, const char *value, int64_t length) {
    (void)context;
    look(name, (int64_t)strlen(name));
    if (space != NULL) look(space, (int64_t)strlen(space));
    look(value, length);
}

static void end(void *context) {
    state *self = context;
    if (--self->depth < 0) abort();
}

static void text(void *context, const char *letters, int64_t length) {
    (void)context;
    look(letters, length);
}

static void xml(const uint8_t *bytes, size_t length) {
    state self = {.most_depth = 32};
    guize_xml_limits limits = {.depth = 32, .nodes = 10000, .text = 1 << 20};
    guize_xml_handler handler = {&self, begin, attribute, end, text};
    int64_t line = 0;
    guize_xml_status status = guize_xml_read(bytes, (int64_t)length, limits, handler, &line);
    if (status == GUIZE_XML_OK && self.depth != 0) abort();
    if (self.nodes > limits.nodes || line < 0) abort();
}

/* ---- HTML ---- */

static void html(const uint8_t *bytes, size_t length) {
    guize_html_tree tree;
    guize_html_read(bytes, (int32_t)length, 64, 10000, &tree);
    for (int32_t index = 0; index < tree.node_count; index++) {
        const guize_html_node *node = tree.nodes + index;
        if (node->parent < -1 || node->parent >= index || node->end <= index || node->end > tree.node_count) abort();
        if (node->start < 0 || node->length < 0 || node->length > tree.byte_count - node->start) abort();
        look(tree.bytes + node->start, node->length);
        if (!node->is_element) continue;
        if (node->attributes < 0 || node->attributes > tree.attribute_count - node->first_attribute) abort();
        for (int32_t at = 0; at < node->attributes; at++) {
            const guize_html_attribute *attribute = tree.attributes + node->first_attribute + at;
            if (attribute->name_length > tree.byte_count - attribute->name_start) abort();
            if (attribute->value_length > tree.byte_count - attribute->value_start) abort();
            look(tree.bytes + attribute->name_start, attribute->name_length);
            look(tree.bytes + attribute->value_start, attribute->value_length);
        }
    }
    guize_html_free(&tree);
}

/* ---- ZIP ---- */

static void zip(const uint8_t *bytes, size_t length) {
    guize_zip *archive;
    if (guize_zip_open(bytes, (int64_t)length, &archive) != GUIZE_ZIP_OK) return;
    int64_t count = guize_zip_count(archive);
    for (int64_t index = -1; index <= count && index < 100; index++) {
        guize_zip_entry entry;
        if (guize_zip_stat(archive, index, &entry) != GUIZE_ZIP_OK) continue;
        look(entry.name, entry.name_length);
        int64_t capacity = entry.size < (1 << 16) ? (int64_t)entry.size : 1 << 16;
        uint8_t *buffer = malloc((size_t)capacity + 1);
        int64_t written = 0;
        guize_zip_read(archive, index, buffer, capacity, &written);
        if (written > capacity) abort();
        look(buffer, written);
        free(buffer);
    }
    guize_zip_close(archive);
}

/* ---- Charsets ---- */

static void charsets(const uint8_t *bytes, size_t length) {
    static const char *const names[] = {"UTF-8", "GB18030", "Big5", "UTF-16LE", "UTF-16BE", "UTF-32LE", "Shift_JIS", "ISO-2022-CN"};
    if (length < 1) return;
    const char *name = names[bytes[0] % (sizeof names / sizeof *names)];
    bytes++;
    length--;
    uint32_t *scalars = malloc(length * sizeof *scalars + 4);
    int64_t written = 0, offset = 0;
    guize_icu_status status = guize_icu_decode(name, bytes, (int64_t)length, scalars, (int64_t)length, &written, &offset);
    if (written < 0 || written > (int64_t)length || offset < 0 || offset > (int64_t)length) abort();
    for (int64_t index = 0; index < written; index++) {
        /* Callers count on scalars. */
        if (scalars[index] > 0x10FFFF || (scalars[index] >= 0xD800 && scalars[index] < 0xE000)) abort();
    }
    if (status == GUIZE_ICU_OK) {
        int64_t capacity = written * 8 + 8, count = 0;
        uint8_t *encoded = malloc((size_t)capacity);
        guize_icu_encode(name, scalars, written, encoded, capacity, &count, &offset);
        if (count > capacity) abort();
        look(encoded, count);
        free(encoded);
    }
    free(scalars);
    char found[32];
    int32_t confidence;
    guize_icu_detect(bytes, (int32_t)length, 0, found, sizeof found, &confidence);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
    if (length < 2) return 0;
    /* A copy of its own, so that a read beyond its end is one beyond a block. */
    uint8_t *copy = malloc(length - 1);
    memcpy(copy, bytes + 1, length - 1);
    switch (bytes[0] % 4) {
    case 0: xml(copy, length - 1); break;
    case 1: html(copy, length - 1); break;
    case 2: zip(copy, length - 1); break;
    default: charsets(copy, length - 1); break;
    }
    free(copy);
    return 0;
}

#ifdef READS_FILES
#include <stdio.h>

int main(int count, char **names) {
    for (int index = 1; index < count; index++) {
        static uint8_t bytes[1 << 20];
        FILE *file = fopen(names[index], "rb");
        if (file == NULL) return 2;
        size_t length = fread(bytes, 1, sizeof bytes, file);
        fclose(file);
        LLVMFuzzerTestOneInput(bytes, length);
    }
    return 0;
}
#endif
