#ifndef RCEP_CLIBZIP_SHIM_H
#define RCEP_CLIBZIP_SHIM_H

#include <zip.h>

#endif
