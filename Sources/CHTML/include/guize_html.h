#ifndef GUIZE_HTML_H
#define GUIZE_HTML_H

// HTML by libxml2's parser, with plain C types alone. Nothing is fetched, comments, scripts and styles are left out, and
// the reading ends at a limit.

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// How a reading ended.
typedef enum {
    GUIZE_HTML_OK = 0,
    /// Elements are nested deeper than the limit.
    GUIZE_HTML_TOO_DEEP = 1,
    /// There are more elements, attributes and texts than the limit.
    GUIZE_HTML_TOO_MANY = 2,
    GUIZE_HTML_NO_MEMORY = 3,
    GUIZE_HTML_FAILED = 4
} guize_html_status;

/// An element or a text. Nodes stand in document order, so that the descendants of an element are those before `end`.
typedef struct {
    /// The index of the parent; -1 for a node that has none.
    int32_t parent;
    /// The index after the last descendant.
    int32_t end;
    /// UTF-8 in `bytes`: the name of an element, or the letters of a text.
    int32_t start;
    int32_t length;
    /// Attributes of an element; both 0 for a text.
    int32_t first_attribute;
    int32_t attributes;
    /// 1 for an element, 0 for a text.
    int32_t is_element;
} guize_html_node;

/// UTF-8 in `bytes`.
typedef struct {
    int32_t name_start;
    int32_t name_length;
    int32_t value_start;
    int32_t value_length;
} guize_html_attribute;

typedef struct {
    guize_html_node *nodes;
    int32_t node_count;
    guize_html_attribute *attributes;
    int32_t attribute_count;
    uint8_t *bytes;
    int32_t byte_count;
} guize_html_tree;

/// Reads a page in UTF-8 without NUL bytes. Names come in lower case. The tree must be freed, however the reading ended.
guize_html_status guize_html_read(
    const uint8_t *bytes, int32_t length, int32_t most_depth, int32_t most_nodes, guize_html_tree *tree);

void guize_html_free(guize_html_tree *tree);

#ifdef __cplusplus
}
#endif

#endif
