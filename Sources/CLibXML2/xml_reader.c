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

static void ignore(void *context, xmlErrorPtr error) {
    (void)context;
    (void)error;
}

guize_xml_status guize_xml_read(
    const uint8_t *bytes, int64_t length, guize_xml_limits limits, guize_xml_handler handler, int64_t *line) {
    *line = 0;
    if (length <= 0 || length > INT_MAX) return GUIZE_XML_MALFORMED;
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
    sax->serror = ignore;
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
