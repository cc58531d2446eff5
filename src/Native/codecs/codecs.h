// The C interface of the image codecs. Every decoder has two calls: `_info` reads the header alone, so that the caller
// can refuse a size before anything is allocated, and `_decode` fills a buffer of the caller's. Both return 0, or a
// code and the library's own message (at most kMessageSize bytes, zero-terminated). No state outlives a call: all are
// thread-safe.
#pragma once

#include <cstddef>
#include <cstdint>

#define CLIPPER_EXPORT extern "C" __attribute__((visibility("default")))

constexpr std::size_t kMessageSize = 256;

enum ClipperStatus : int {
    kOk = 0,
    kBroken = 1,     // the library refused the data; its message says why
    kTruncated = 2,  // the data ended before the picture did
};

// Copies a message, cut to kMessageSize.
void clipper_set_message(char* target, const char* text);
