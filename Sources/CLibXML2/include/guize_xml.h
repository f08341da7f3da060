#ifndef GUIZE_XML_H
#define GUIZE_XML_H

// XML by libxml2's SAX interface, with plain C types alone. Nothing is fetched, no entity is replaced but the five of
// XML itself, and a document type ends the reading.

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// How a reading ended.
typedef enum {
    GUIZE_XML_OK = 0,
    /// The document is not well-formed, or in an encoding that is not read.
    GUIZE_XML_MALFORMED = 1,
    /// The document has a document type, and with it perhaps entities.
    GUIZE_XML_DOCTYPE = 2,
    /// Elements are nested deeper than the limit.
    GUIZE_XML_TOO_DEEP = 3,
    /// There are more elements and texts than the limit.
    GUIZE_XML_TOO_MANY = 4,
    /// There is more text than the limit.
    GUIZE_XML_TOO_LONG = 5,
    GUIZE_XML_NO_MEMORY = 6,
    /// An element has more attributes, or more namespaces are declared in one another, than any program writes. libxml2
    /// compares each with each.
    GUIZE_XML_TOO_WIDE = 7
} guize_xml_status;

/// What the document holds, in its order. Strings are UTF-8 and valid during the call alone. Names are ended by 0, and within
/// one reading equal names come with equal pointers; `namespace_uri` may be NULL. A value is not ended by 0.
typedef struct {
    void *context;
    /// An element begins; its attributes follow.
    void (*begin)(void *context, const char *name, const char *namespace_uri);
    void (*attribute)(void *context, const char *name, const char *namespace_uri, const char *value, int64_t length);
    /// The innermost element ends.
    void (*end)(void *context);
    /// Text inside the innermost element, CDATA included; `length` counts bytes.
    void (*text)(void *context, const char *text, int64_t length);
} guize_xml_handler;

/// The most attributes of one element, and the most namespaces in scope.
enum { GUIZE_XML_WIDTH = 1000 };

typedef struct {
    int32_t depth;
    int64_t nodes;
    /// Bytes of texts and attributes.
    int64_t text;
} guize_xml_limits;

/// Reads a document and tells the handler its elements and texts in order. Where it fails, `line` is the line that shows it
/// (0 where that is not known).
guize_xml_status guize_xml_read(
    const uint8_t *bytes, int64_t length, guize_xml_limits limits, guize_xml_handler handler, int64_t *line);

#ifdef __cplusplus
}
#endif

#endif
