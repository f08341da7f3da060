#include "guize_xml.h"

#include <limits.h>
#include <string.h>

#include <libxml/parser.h>
#include <libxml/SAX2.h>
#include <libxml/parserInternals.h>

typedef struct {
    xmlParserCtxtPtr parser;
    guize_xml_limits limits;
    guize_xml_handler handler;
    guize_xml_status status;
    int32_t depth;
    int64_t nodes;
    int64_t text;
} reading;

static void stop(reading *self, guize_xml_status status) {
    if (self->status == GUIZE_XML_OK) self->status = status;
    xmlStopParser(self->parser);
}

static int count(reading *self, int64_t nodes, int64_t text) {
    if (self->status != GUIZE_XML_OK) return 0;
    self->nodes += nodes;
    self->text += text;
    if (self->nodes > self->limits.nodes) {
        stop(self, GUIZE_XML_TOO_MANY);
    } else if (self->text > self->limits.text) {
        stop(self, GUIZE_XML_TOO_LONG);
    }
    return self->status == GUIZE_XML_OK;
}

static void begin(
    void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int namespaces_count,
    const xmlChar **namespaces, int attributes_count, int defaulted_count, const xmlChar **attributes) {
    (void)prefix;
    (void)namespaces;
    (void)defaulted_count;
    reading *self = context;
    if (!count(self, 1 + attributes_count + namespaces_count, 0)) return;
    // Two pointers each: prefix and namespace.
    if (self->parser->nsNr > 2 * GUIZE_XML_WIDTH) {
        stop(self, GUIZE_XML_TOO_WIDE);
        return;
    }
    if (++self->depth > self->limits.depth) {
        stop(self, GUIZE_XML_TOO_DEEP);
        return;
    }
    const guize_xml_handler *handler = &self->handler;
    handler->begin(handler->context, (const char *)name, (const char *)uri);
    for (int index = 0; index < attributes_count; index++) {
        // Name, prefix, namespace, the value's first byte, the byte after its last.
        const xmlChar **attribute = attributes + 5 * index;
        int64_t length = attribute[4] - attribute[3];
        if (!count(self, 0, length)) return;
        handler->attribute(
            handler->context, (const char *)attribute[0], (const char *)attribute[2], (const char *)attribute[3],
            length);
    }
}

static void end(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri) {
    (void)name;
    (void)prefix;
    (void)uri;
    reading *self = context;
    if (self->status != GUIZE_XML_OK) return;
    self->depth--;
    self->handler.end(self->handler.context);
}

static void text(void *context, const xmlChar *letters, int length) {
    reading *self = context;
    if (!count(self, 1, length)) return;
    self->handler.text(self->handler.context, (const char *)letters, length);
}

/// Ends the reading before any declaration of the document type is read.
static void refuse_doctype(void *context, const xmlChar *name, const xmlChar *external, const xmlChar *system) {
    (void)name;
    (void)external;
    (void)system;
    stop(context, GUIZE_XML_DOCTYPE);
}

/// Only XML's own five entities are known, and those the parser replaces itself.
static xmlEntityPtr no_entity(void *context, const xmlChar *name) {
    (void)context;
    return xmlGetPredefinedEntity(name);
}

/// At the first fault the reading ends: behind it the parser would go on to look for more of them.
static void fail(void *context, xmlErrorPtr error) {
    if (error->level == XML_ERR_FATAL) stop(context, GUIZE_XML_MALFORMED);
}

/// Ends the reading in an encoding other than those that XML asks for and those of Chinese programs, in all of which the
/// bytes of marks are marks: `is_too_wide` counts on that.
static void check_encoding(void *context) {
    static const char *const known[] = {
        "UTF-8", "UTF8", "UTF-16", "UTF-16LE", "UTF-16BE", "US-ASCII", "ASCII", "ISO-8859-1", "GB2312", "GBK", "GB18030"};
    reading *self = context;
    const xmlChar *name = self->parser->encoding != NULL ? self->parser->encoding : self->parser->input->encoding;
    if (name == NULL) return;
    for (size_t index = 0; index < sizeof known / sizeof *known; index++) {
        if (xmlStrcasecmp(name, BAD_CAST known[index]) == 0) return;
    }
    stop(self, GUIZE_XML_MALFORMED);
}

/// The bytes as units of one or two bytes, for a walk over the marks alone.
typedef struct {
    const uint8_t *bytes;
    int64_t count;
    int width;
    int low;
} units;

static uint32_t unit(const units *text, int64_t index) {
    if (index >= text->count) return 0;
    if (text->width == 1) return text->bytes[index];
    return text->bytes[2 * index + text->low] | (uint32_t)text->bytes[2 * index + 1 - text->low] << 8;
}

static int is_at(const units *text, int64_t index, const char *mark) {
    for (; *mark != 0; mark++, index++) {
        if (unit(text, index) != (uint8_t)*mark) return 0;
    }
    return 1;
}

/// The place after the next `mark`, or the end.
static int64_t after(const units *text, int64_t index, const char *mark) {
    while (index < text->count && !is_at(text, index, mark)) index++;
    return index + (int64_t)strlen(mark);
}

/// Whether an element has too many attributes, which libxml2 tells only after it has compared them all. What is not
/// well-formed may be counted wrongly: there the parser stops.
static int is_too_wide(const units *text) {
    int64_t index = 0;
    while (index < text->count) {
        if (unit(text, index) != '<') {
            index++;
        } else if (is_at(text, index, "<!--")) {
            index = after(text, index + 4, "-->");
        } else if (is_at(text, index, "<![CDATA[")) {
            index = after(text, index + 9, "]]>");
        } else if (is_at(text, index, "<!")) {
            // A document type, which is refused.
            return 0;
        } else if (is_at(text, index, "<?")) {
            index = after(text, index + 2, "?>");
        } else {
            int attributes = 0;
            for (index++; index < text->count && unit(text, index) != '>'; index++) {
                uint32_t mark = unit(text, index);
                if (mark == '=' && ++attributes > GUIZE_XML_WIDTH) return 1;
                if (mark != '"' && mark != '\'') continue;
                do index++;
                while (index < text->count && unit(text, index) != mark);
            }
        }
    }
    return 0;
}

guize_xml_status guize_xml_read(
    const uint8_t *bytes, int64_t length, guize_xml_limits limits, guize_xml_handler handler, int64_t *line) {
    *line = 0;
    if (length <= 0 || length > INT_MAX) return GUIZE_XML_MALFORMED;
    units marks = {.bytes = bytes, .count = length, .width = 1};
    switch (xmlDetectCharEncoding(bytes, length < 4 ? (int)length : 4)) {
    case XML_CHAR_ENCODING_NONE:
    case XML_CHAR_ENCODING_UTF8: break;
    case XML_CHAR_ENCODING_UTF16LE: marks = (units){bytes, length / 2, 2, 0}; break;
    case XML_CHAR_ENCODING_UTF16BE: marks = (units){bytes, length / 2, 2, 1}; break;
    default: return GUIZE_XML_MALFORMED;
    }
    if (is_too_wide(&marks)) return GUIZE_XML_TOO_WIDE;
    xmlInitParser();
    xmlParserCtxtPtr parser = xmlCreateMemoryParserCtxt((const char *)bytes, (int)length);
    if (parser == NULL) return GUIZE_XML_NO_MEMORY;
    // The limits here take the place of libxml2's own, which are fixed.
    xmlCtxtUseOptions(parser, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_HUGE);
    reading self = {.parser = parser, .limits = limits, .handler = handler, .status = GUIZE_XML_OK};
    xmlSAXHandler *sax = parser->sax;
    memset(sax, 0, sizeof *sax);
    sax->initialized = XML_SAX2_MAGIC;
    sax->startElementNs = begin;
    sax->endElementNs = end;
    sax->characters = text;
    sax->ignorableWhitespace = text;
    sax->cdataBlock = text;
    sax->internalSubset = refuse_doctype;
    sax->getEntity = no_entity;
    sax->serror = fail;
    sax->startDocument = check_encoding;
    parser->userData = &self;
    xmlParseDocument(parser);
    guize_xml_status status = self.status;
    if (status == GUIZE_XML_OK && !parser->wellFormed) status = GUIZE_XML_MALFORMED;
    if (status != GUIZE_XML_OK) {
        int at = xmlSAX2GetLineNumber(parser);
        *line = at > 0 ? at : 0;
    }
    if (parser->myDoc != NULL) xmlFreeDoc(parser->myDoc);
    xmlFreeParserCtxt(parser);
    return status;
}
