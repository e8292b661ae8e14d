#pragma once

/* libxml2 built with ICU includes ICU's headers, which clash with the copy inside Foundation.
   Nothing here uses libxml2's ICU converters, so the switch is turned off before they are reached. */
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlreader.h>
#include <libxml/xmlschemas.h>
