// A narrow view of the push parser of libxml2 (https://gitlab.gnome.org/GNOME/libxml2), imported by Formats only.
//
// Nothing but the bytes given is ever read: no document type, no external entity, no network.
#ifndef CXML_H
#define CXML_H

#include <stddef.h>

typedef struct cxml_parser cxml_parser;

/// What the parser tells while it reads; texts are UTF-8 and valid only during the call.
typedef struct {
    /// An element begins. Names are local names; each name has one address as long as the parser lives. An attribute
    /// is five pointers: name, prefix, namespace, start and end of its value.
    void (*start)(void *user, const unsigned char *name, int attribute_count, const unsigned char **attributes);
    /// The innermost element ends.
    void (*end)(void *user);
    /// Text of the innermost element, in as many pieces as it happens to come.
    void (*text)(void *user, const unsigned char *bytes, int count);
    /// Asks for the text that stands for an entity: to be written with a closing zero, at most `capacity` bytes.
    void (*entity)(void *user, const unsigned char *name, unsigned char *text, int capacity);
    /// The document's own type declares this entity, other than as a picture or other foreign data.
    void (*declaration)(void *user, const unsigned char *name);
    /// The document is not well-formed.
    void (*fault)(void *user, const char *message, int line);
} cxml_events;

/// A parser for one document; NULL when memory is short. To be freed with `cxml_free`.
cxml_parser *cxml_create(cxml_events events, void *user);
void cxml_free(cxml_parser *parser);

/// Parses the next bytes; with `is_last` the document ends after them.
void cxml_parse(cxml_parser *parser, const char *bytes, int count, int is_last);
/// Ends parsing from within an event; nothing more will be told.
void cxml_stop(cxml_parser *parser);

/// Whether the document has been well-formed so far; false is final.
int cxml_is_well_formed(const cxml_parser *parser);
/// Whether the parser stands inside a CDATA section, a comment or a processing instruction.
int cxml_is_in_section(const cxml_parser *parser);
/// The line the parser has come to, from 1.
long cxml_line(const cxml_parser *parser);
/// Number of bytes, in UTF-8, that the parser holds back until more arrive.
size_t cxml_pending_count(const cxml_parser *parser);

/// The character that HTML 4 calls by this name, 0 when there is none.
unsigned int cxml_html_character(const unsigned char *name);

#endif
