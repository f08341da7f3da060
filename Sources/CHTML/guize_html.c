#include "guize_html.h"

#include <stdlib.h>
#include <string.h>

#include <libxml/HTMLparser.h>

typedef struct {
    htmlParserCtxtPtr parser;
    guize_html_tree *tree;
    int32_t node_capacity;
    int32_t attribute_capacity;
    int32_t byte_capacity;
    // Indices of the open elements, outermost first.
    int32_t *open;
    int32_t depth;
    int32_t most_depth;
    int32_t most_nodes;
    guize_html_status status;
} reading;

static void stop(reading *self, guize_html_status status) {
    if (self->status == GUIZE_HTML_OK) self->status = status;
    xmlStopParser(self->parser);
}

/// Makes room for `more` further items of an array that holds `count`; 0 when there is no memory.
static int reserve(void **items, int32_t *capacity, int32_t count, int32_t more, size_t size) {
    if (more <= *capacity - count) return 1;
    int64_t wanted = (int64_t)*capacity * 2;
    if (wanted < (int64_t)count + more) wanted = (int64_t)count + more;
    if (wanted < 256) wanted = 256;
    if (wanted > INT32_MAX) return 0;
    void *grown = realloc(*items, (size_t)wanted * size);
    if (grown == NULL) return 0;
    *items = grown;
    *capacity = (int32_t)wanted;
    return 1;
}

/// Keeps a string and returns its place; -1 when there is no memory.
static int32_t keep(reading *self, const xmlChar *string, int32_t length) {
    guize_html_tree *tree = self->tree;
    if (!reserve((void **)&tree->bytes, &self->byte_capacity, tree->byte_count, length, 1)) return -1;
    int32_t start = tree->byte_count;
    if (length > 0) memcpy(tree->bytes + start, string, (size_t)length);
    tree->byte_count += length;
    return start;
}

static int is_over(reading *self) {
    if (self->status != GUIZE_HTML_OK) return 1;
    if (self->tree->node_count < self->most_nodes - self->tree->attribute_count) return 0;
    stop(self, GUIZE_HTML_TOO_MANY);
    return 1;
}

static guize_html_node *add(reading *self) {
    if (is_over(self)) return NULL;
    guize_html_tree *tree = self->tree;
    if (!reserve((void **)&tree->nodes, &self->node_capacity, tree->node_count, 1, sizeof *tree->nodes)) {
        stop(self, GUIZE_HTML_NO_MEMORY);
        return NULL;
    }
    guize_html_node *node = tree->nodes + tree->node_count;
    memset(node, 0, sizeof *node);
    node->parent = self->depth > 0 ? self->open[self->depth - 1] : -1;
    tree->node_count++;
    node->end = tree->node_count;
    return node;
}

static void begin(void *context, const xmlChar *name, const xmlChar **attributes) {
    reading *self = context;
    if (self->status != GUIZE_HTML_OK) return;
    if (self->depth >= self->most_depth) {
        stop(self, GUIZE_HTML_TOO_DEEP);
        return;
    }
    guize_html_node *node = add(self);
    if (node == NULL) return;
    guize_html_tree *tree = self->tree;
    self->open[self->depth++] = tree->node_count - 1;
    node->is_element = 1;
    node->length = xmlStrlen(name);
    node->start = keep(self, name, node->length);
    node->first_attribute = tree->attribute_count;
    if (node->start < 0) stop(self, GUIZE_HTML_NO_MEMORY);
    for (; attributes != NULL && attributes[0] != NULL; attributes += 2) {
        if (is_over(self)) return;
        if (!reserve((void **)&tree->attributes, &self->attribute_capacity, tree->attribute_count, 1,
                sizeof *tree->attributes)) {
            stop(self, GUIZE_HTML_NO_MEMORY);
            return;
        }
        guize_html_attribute *attribute = tree->attributes + tree->attribute_count;
        attribute->name_length = xmlStrlen(attributes[0]);
        attribute->name_start = keep(self, attributes[0], attribute->name_length);
        attribute->value_length = attributes[1] != NULL ? xmlStrlen(attributes[1]) : 0;
        attribute->value_start = keep(self, attributes[1], attribute->value_length);
        if (attribute->name_start < 0 || attribute->value_start < 0) {
            stop(self, GUIZE_HTML_NO_MEMORY);
            return;
        }
        tree->attribute_count++;
        node->attributes++;
    }
}

static void end(void *context, const xmlChar *name) {
    reading *self = context;
    if (self->depth == 0) return;
    guize_html_tree *tree = self->tree;
    // The parser closes what it opened, innermost first; what it left open in between ends here as well.
    int32_t depth = self->depth;
    int32_t length = xmlStrlen(name);
    while (depth > 0) {
        guize_html_node *node = tree->nodes + self->open[depth - 1];
        if (node->length == length && memcmp(tree->bytes + node->start, name, (size_t)length) == 0) break;
        depth--;
    }
    if (depth == 0) return;
    while (self->depth >= depth) tree->nodes[self->open[--self->depth]].end = tree->node_count;
}

static void characters(void *context, const xmlChar *text, int length) {
    reading *self = context;
    if (self->status != GUIZE_HTML_OK || length <= 0) return;
    guize_html_tree *tree = self->tree;
    // The parser hands a long text on in pieces.
    guize_html_node *last = tree->node_count > 0 ? tree->nodes + tree->node_count - 1 : NULL;
    int32_t parent = self->depth > 0 ? self->open[self->depth - 1] : -1;
    int32_t start = keep(self, text, length);
    if (start < 0) {
        stop(self, GUIZE_HTML_NO_MEMORY);
        return;
    }
    if (last != NULL && !last->is_element && last->parent == parent && last->start + last->length == start) {
        last->length += length;
        return;
    }
    guize_html_node *node = add(self);
    if (node == NULL) return;
    node->start = start;
    node->length = length;
}

/// What scripts and styles hold.
static void raw(void *context, const xmlChar *text, int length) {
    (void)context;
    (void)text;
    (void)length;
}

guize_html_status guize_html_read(
    const uint8_t *bytes, int32_t length, int32_t most_depth, int32_t most_nodes, guize_html_tree *tree) {
    memset(tree, 0, sizeof *tree);
    reading self = {0};
    self.tree = tree;
    self.most_depth = most_depth;
    self.most_nodes = most_nodes;
    self.open = calloc((size_t)most_depth + 1, sizeof *self.open);
    xmlSAXHandler handler = {0};
    handler.startElement = begin;
    handler.endElement = end;
    handler.characters = characters;
    handler.ignorableWhitespace = characters;
    handler.cdataBlock = raw;
    self.parser = self.open != NULL ? htmlNewParserCtxt() : NULL;
    if (self.parser == NULL) {
        free(self.open);
        return GUIZE_HTML_NO_MEMORY;
    }
    *self.parser->sax = handler;
    self.parser->userData = &self;
    // The encoding is known: what the page says of it does not count any more.
    int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC;
    htmlDocPtr document = htmlCtxtReadMemory(self.parser, (const char *)bytes, length, NULL, "UTF-8", options);
    if (document != NULL) xmlFreeDoc(document);
    if (self.parser->lastError.code == XML_ERR_NO_MEMORY && self.status == GUIZE_HTML_OK) {
        self.status = GUIZE_HTML_NO_MEMORY;
    }
    while (self.depth > 0) tree->nodes[self.open[--self.depth]].end = tree->node_count;
    htmlFreeParserCtxt(self.parser);
    free(self.open);
    return self.status;
}

void guize_html_free(guize_html_tree *tree) {
    free(tree->nodes);
    free(tree->attributes);
    free(tree->bytes);
    memset(tree, 0, sizeof *tree);
}
