// Names and versions of the libraries that this one was built with: they are part of what decides the pixels.
#include <cstdio>

#include <gif_lib.h>
#include <jpeglib.h>
#include <png.h>
#include <tiffvers.h>

#include "codecs.h"

#define CLIPPER_TEXT(value) #value
#define CLIPPER_VALUE_TEXT(macro) CLIPPER_TEXT(macro)

#ifdef LIBJPEG_TURBO_VERSION
#define CLIPPER_JPEG "libjpeg-turbo " CLIPPER_VALUE_TEXT(LIBJPEG_TURBO_VERSION)
#else
#error "libjpeg-turbo is needed: other libjpegs do not decode bit for bit as Pillow's does"
#endif

CLIPPER_EXPORT const char* clipper_codecs_versions() {
    return CLIPPER_JPEG "; libpng " PNG_LIBPNG_VER_STRING "; giflib " CLIPPER_VALUE_TEXT(GIFLIB_MAJOR) "."
        CLIPPER_VALUE_TEXT(GIFLIB_MINOR) "." CLIPPER_VALUE_TEXT(GIFLIB_RELEASE) "; libtiff "
        CLIPPER_VALUE_TEXT(TIFFLIB_VERSION);
}

void clipper_set_message(char* target, const char* text) {
    std::snprintf(target, kMessageSize, "%s", text);
}
