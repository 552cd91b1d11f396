#include "CXML.h"

#include <libxml/HTMLparser.h>
#include <libxml/entities.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// Texts that stand for entities are one character, or the reference itself, which is cut off beyond this.
#define ENTITY_CAPACITY 264

struct cxml_parser {
    cxml_events events;
    void *user;
    xmlParserCtxtPtr context;
    // What stands for the entity last asked for.
    xmlEntity entity;
    xmlChar entity_name[ENTITY_CAPACITY];
    xmlChar entity_text[ENTITY_CAPACITY];
};

static pthread_once_t library = PTHREAD_ONCE_INIT;

static void on_start(
    void *user, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int namespace_count,
    const xmlChar **namespaces, int attribute_count, int defaulted_count, const xmlChar **attributes
) {
    (void)prefix, (void)uri, (void)namespace_count, (void)namespaces;
    cxml_parser *parser = user;
    // Values that a document type gives by default stand last; they are left out, as no other type is read either.
    parser->events.start(parser->user, name, attribute_count - defaulted_count, attributes);
}

static void on_end(void *user, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri) {
    (void)name, (void)prefix, (void)uri;
    cxml_parser *parser = user;
    parser->events.end(parser->user);
}

static void on_text(void *user, const xmlChar *bytes, int count) {
    cxml_parser *parser = user;
    parser->events.text(parser->user, bytes, count);
}

/// Gives an entity the form in which the library copies its text without reading it as markup.
///
/// In content that is a predefined entity. In attributes, where the library copies only one byte of such a one, it is
/// a general entity, whose text is decoded once more; so an ampersand is written as a character reference.
static xmlEntityPtr on_entity(void *user, const xmlChar *name) {
    cxml_parser *parser = user;
    // Inside a document type entities are only declared.
    if (parser->context->inSubset != 0) return NULL;
    unsigned char text[ENTITY_CAPACITY] = {0};
    parser->events.entity(parser->user, name, text, ENTITY_CAPACITY - 8);
    int is_attribute = parser->context->instate == XML_PARSER_ATTRIBUTE_VALUE;
    const char *ampersand = is_attribute && text[0] == '&' ? "&#38;" : "";
    size_t skipped = *ampersand ? 1 : 0;
    snprintf((char *)parser->entity_text, ENTITY_CAPACITY, "%s%s", ampersand, (const char *)text + skipped);
    snprintf((char *)parser->entity_name, ENTITY_CAPACITY, "%.200s", (const char *)name);
    xmlEntityPtr entity = &parser->entity;
    memset(entity, 0, sizeof *entity);
    entity->type = XML_ENTITY_DECL;
    entity->name = parser->entity_name;
    entity->content = parser->entity_text;
    entity->orig = parser->entity_text;
    entity->length = xmlStrlen(parser->entity_text);
    entity->etype = is_attribute ? XML_INTERNAL_GENERAL_ENTITY : XML_INTERNAL_PREDEFINED_ENTITY;
    return entity;
}

static void on_declaration(
    void *user, const xmlChar *name, int type, const xmlChar *public_id, const xmlChar *system_id, xmlChar *content
) {
    (void)public_id, (void)system_id, (void)content;
    cxml_parser *parser = user;
    if (type == XML_EXTERNAL_GENERAL_UNPARSED_ENTITY) return;
    parser->events.declaration(parser->user, name);
}

static void note_fault(void *user, int level, const char *message, int line) {
    cxml_parser *parser = user;
    if (level == XML_ERR_FATAL) parser->events.fault(parser->user, message == NULL ? "" : message, line);
}

#if LIBXML_VERSION >= 21200
static void on_error(void *user, const xmlError *error) {
#else
static void on_error(void *user, xmlErrorPtr error) {
#endif
    note_fault(user, error->level, error->message, error->line);
}

cxml_parser *cxml_create(cxml_events events, void *user) {
    pthread_once(&library, xmlInitParser);
    cxml_parser *parser = calloc(1, sizeof *parser);
    if (parser == NULL) return NULL;
    parser->events = events;
    parser->user = user;
    xmlSAXHandler handler;
    memset(&handler, 0, sizeof handler);
    handler.initialized = XML_SAX2_MAGIC;
    handler.startElementNs = on_start;
    handler.endElementNs = on_end;
    handler.characters = on_text;
    handler.cdataBlock = on_text;
    handler.getEntity = on_entity;
    handler.entityDecl = on_declaration;
    handler.serror = on_error;
    parser->context = xmlCreatePushParserCtxt(&handler, parser, NULL, 0, NULL);
    if (parser->context == NULL) {
        free(parser);
        return NULL;
    }
    xmlCtxtUseOptions(parser->context, XML_PARSE_NONET | XML_PARSE_NOENT);
    return parser;
}

void cxml_free(cxml_parser *parser) {
    if (parser == NULL) return;
    // The library keeps declared entities in a document of its own making.
    if (parser->context->myDoc != NULL) {
        xmlFreeDoc(parser->context->myDoc);
        parser->context->myDoc = NULL;
    }
    xmlFreeParserCtxt(parser->context);
    free(parser);
}

void cxml_parse(cxml_parser *parser, const char *bytes, int count, int is_last) {
    xmlParseChunk(parser->context, bytes, count, is_last);
}

void cxml_stop(cxml_parser *parser) { xmlStopParser(parser->context); }

int cxml_is_well_formed(const cxml_parser *parser) { return parser->context->wellFormed != 0; }

int cxml_is_in_section(const cxml_parser *parser) {
    int state = parser->context->instate;
    if (state == XML_PARSER_CDATA_SECTION || state == XML_PARSER_COMMENT || state == XML_PARSER_PI) return 1;
    if (cxml_pending_count(parser) < 2) return 0;
    const xmlChar *pending = parser->context->input->cur;
    return pending[0] == '<' && (pending[1] == '!' || pending[1] == '?');
}

long cxml_line(const cxml_parser *parser) {
    return parser->context->input == NULL ? 0 : parser->context->input->line;
}

size_t cxml_pending_count(const cxml_parser *parser) {
    xmlParserInputPtr input = parser->context->input;
    return input == NULL ? 0 : (size_t)(input->end - input->cur);
}

unsigned int cxml_html_character(const unsigned char *name) {
    const htmlEntityDesc *found = htmlEntityLookup(name);
    return found == NULL ? 0 : found->value;
}
