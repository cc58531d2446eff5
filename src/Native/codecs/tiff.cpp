// The first picture of a TIFF: libtiff reads directories, strips and tiles. Samples come out packed as in the file, of
// 16 bits in the machine's byte order, rows without padding, planes interleaved; YCbCr in JPEG compression becomes RGB.
#include <algorithm>
#include <cstdarg>
#include <cstdio>
#include <cstring>
#include <new>
#include <vector>

#include <tiffio.h>

#include "codecs.h"

namespace {

// Tiles of real files have some hundred pixels a side; a bigger one is a bomb.
constexpr tmsize_t kLargestTile = 1 << 26;

struct Reader {
    const std::uint8_t* data;
    std::size_t size;
    std::size_t at;
    char* message;
    bool ended;
};

tmsize_t read(thandle_t handle, void* target, tmsize_t count) {
    auto* reader = static_cast<Reader*>(handle);
    const std::size_t left = reader->at < reader->size ? reader->size - reader->at : 0;
    const std::size_t part = std::min(left, static_cast<std::size_t>(count));
    std::memcpy(target, reader->data + std::min(reader->at, reader->size), part);
    reader->at += part;
    reader->ended |= part < static_cast<std::size_t>(count);
    return static_cast<tmsize_t>(part);
}

tmsize_t write(thandle_t, void*, tmsize_t) { return -1; }

toff_t seek(thandle_t handle, toff_t offset, int whence) {
    auto* reader = static_cast<Reader*>(handle);
    const toff_t base = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? reader->at : reader->size;
    reader->at = static_cast<std::size_t>(base + offset);
    return reader->at;
}

int close(thandle_t) { return 0; }

toff_t size(thandle_t handle) { return static_cast<Reader*>(handle)->size; }

// The first error says most; those that follow are its consequences.
void keep_error(thandle_t handle, const char*, const char* format, va_list arguments) {
    char* message = static_cast<Reader*>(handle)->message;
    if (message[0] == '\0') {
        std::vsnprintf(message, kMessageSize, format, arguments);
    }
}

// libtiff's handlers are the process's; nothing else here uses it.
const bool kHandlersAreSet = [] {
    TIFFSetErrorHandler(nullptr);
    TIFFSetWarningHandler(nullptr);
    TIFFSetErrorHandlerExt(keep_error);
    return true;
}();

struct Tiff {
    explicit Tiff(Reader& reader)
        : file(TIFFClientOpen("image", "rm", &reader, read, write, seek, close, size, nullptr, nullptr)) {}
    ~Tiff() {
        if (file != nullptr) {
            TIFFClose(file);
        }
    }
    Tiff(const Tiff&) = delete;
    Tiff& operator=(const Tiff&) = delete;

    int value(std::uint32_t tag) const {
        std::uint16_t result = 0;
        TIFFGetFieldDefaulted(file, tag, &result);
        return result;
    }

    TIFF* file;
};

int failed(const Reader& reader, const char* text) {
    if (reader.message[0] == '\0') {
        clipper_set_message(reader.message, text);
    }
    return reader.ended ? kTruncated : kBroken;
}

// Where the samples of a block go.
struct Target {
    std::uint8_t* pixels;
    std::size_t stride;
    std::uint32_t width;
    std::uint32_t height;
    std::size_t sample;  // bytes of a sample, where planes are apart
    std::size_t pixel;   // bytes of a pixel, where planes are apart
    int bits;            // of a pixel in a block
    bool is_apart;
};

// Copies the rows of a block of one plane, or of all, to their place.
void place(const Target& to, const std::uint8_t* block, std::size_t block_stride, std::uint32_t x, std::uint32_t y,
           std::uint32_t columns, std::uint32_t rows, std::uint16_t plane) {
    for (std::uint32_t row = 0; row < rows; row++) {
        const std::uint8_t* from = block + row * block_stride;
        std::uint8_t* line = to.pixels + (y + row) * to.stride;
        if (!to.is_apart) {
            const std::size_t first = static_cast<std::size_t>(x) * to.bits / 8;
            const std::size_t last = (static_cast<std::size_t>(x + columns) * to.bits + 7) / 8;
            std::memcpy(line + first, from, last - first);
            continue;
        }
        for (std::uint32_t column = 0; column < columns; column++) {
            std::memcpy(line + (x + column) * to.pixel + plane * to.sample, from + column * to.sample, to.sample);
        }
    }
}

bool read_strips(const Tiff& tiff, const Target& to, std::uint16_t planes) {
    std::uint32_t rows_per_strip = 0;
    TIFFGetFieldDefaulted(tiff.file, TIFFTAG_ROWSPERSTRIP, &rows_per_strip);
    rows_per_strip = std::min(rows_per_strip, to.height);
    const tmsize_t row = TIFFScanlineSize(tiff.file);
    if (rows_per_strip == 0 || row != static_cast<tmsize_t>((static_cast<std::size_t>(to.width) * to.bits + 7) / 8)) {
        return false;
    }
    std::vector<std::uint8_t> strip(static_cast<std::size_t>(row) * rows_per_strip);
    for (std::uint16_t plane = 0; plane < planes; plane++) {
        for (std::uint32_t y = 0; y < to.height; y += rows_per_strip) {
            const std::uint32_t rows = std::min(rows_per_strip, to.height - y);
            const tmsize_t wanted = row * static_cast<tmsize_t>(rows);
            const std::uint32_t number = TIFFComputeStrip(tiff.file, y, plane);
            if (TIFFReadEncodedStrip(tiff.file, number, strip.data(), wanted) != wanted) {
                return false;
            }
            place(to, strip.data(), static_cast<std::size_t>(row), 0, y, to.width, rows, plane);
        }
    }
    return true;
}

bool read_tiles(const Tiff& tiff, const Target& to, std::uint16_t planes) {
    std::uint32_t width = 0;
    std::uint32_t height = 0;
    TIFFGetField(tiff.file, TIFFTAG_TILEWIDTH, &width);
    TIFFGetField(tiff.file, TIFFTAG_TILELENGTH, &height);
    const tmsize_t length = TIFFTileSize(tiff.file);
    const tmsize_t row = TIFFTileRowSize(tiff.file);
    const bool is_sound = width > 0 && height > 0 && width % 8 == 0 && length > 0 && length <= kLargestTile
        && row == static_cast<tmsize_t>(static_cast<std::size_t>(width) * to.bits / 8);
    if (!is_sound) {
        return false;
    }
    std::vector<std::uint8_t> tile(static_cast<std::size_t>(length));
    for (std::uint16_t plane = 0; plane < planes; plane++) {
        for (std::uint32_t y = 0; y < to.height; y += height) {
            for (std::uint32_t x = 0; x < to.width; x += width) {
                if (TIFFReadTile(tiff.file, tile.data(), x, y, 0, plane) != length) {
                    return false;
                }
                place(to, tile.data(), static_cast<std::size_t>(row), x, y, std::min(width, to.width - x),
                      std::min(height, to.height - y), plane);
            }
        }
    }
    return true;
}

bool read_pixels(const Tiff& tiff, std::uint8_t* pixels, std::size_t stride) {
    Target to{pixels, stride, 0, 0, 0, 0, 0, false};
    TIFFGetField(tiff.file, TIFFTAG_IMAGEWIDTH, &to.width);
    TIFFGetField(tiff.file, TIFFTAG_IMAGELENGTH, &to.height);
    const int bits = tiff.value(TIFFTAG_BITSPERSAMPLE);
    const auto samples = static_cast<std::uint16_t>(tiff.value(TIFFTAG_SAMPLESPERPIXEL));
    to.is_apart = samples > 1 && tiff.value(TIFFTAG_PLANARCONFIG) == PLANARCONFIG_SEPARATE;
    if (to.is_apart && bits % 8 != 0) {
        return false;
    }
    to.sample = static_cast<std::size_t>(bits) / 8;
    to.pixel = to.sample * samples;
    to.bits = to.is_apart ? bits : bits * samples;
    if (tiff.value(TIFFTAG_PHOTOMETRIC) == PHOTOMETRIC_YCBCR) {
        TIFFSetField(tiff.file, TIFFTAG_JPEGCOLORMODE, JPEGCOLORMODE_RGB);
    }
    const std::uint16_t planes = to.is_apart ? samples : 1;
    return TIFFIsTiled(tiff.file) ? read_tiles(tiff, to, planes) : read_strips(tiff, to, planes);
}

}  // namespace

struct ClipperTiffInfo {
    std::int32_t width;
    std::int32_t height;
    std::int32_t bits;         // a sample
    std::int32_t samples;      // a pixel
    std::int32_t photometric;  // TIFF's own: 0 white is zero, 1 black is zero, 2 RGB, 3 palette, 5 CMYK, 6 YCbCr, …
    std::int32_t format;       // 1 unsigned, 2 signed, 3 floating point
    std::int32_t compression;  // 1 none, 5 LZW, 7 JPEG, …
    std::int32_t extras;       // samples beyond the colours
    std::int32_t extra;        // what the first of them is: 0 unknown, 1 premultiplied alpha, 2 alpha
    std::int32_t orientation;  // 1 to 8, as in EXIF
    std::int32_t colors;       // entries of the palette
    std::uint8_t palette[768];
};

CLIPPER_EXPORT int clipper_tiff_info(const std::uint8_t* data, std::size_t size, ClipperTiffInfo* result, char* message) {
    Reader reader{data, size, 0, message, false};
    const Tiff tiff(reader);
    std::uint32_t width = 0;
    std::uint32_t height = 0;
    if (tiff.file == nullptr || TIFFGetField(tiff.file, TIFFTAG_IMAGEWIDTH, &width) == 0
        || TIFFGetField(tiff.file, TIFFTAG_IMAGELENGTH, &height) == 0) {
        return failed(reader, "there is no picture in it");
    }
    result->width = static_cast<std::int32_t>(std::min<std::uint32_t>(width, INT32_MAX));
    result->height = static_cast<std::int32_t>(std::min<std::uint32_t>(height, INT32_MAX));
    result->bits = tiff.value(TIFFTAG_BITSPERSAMPLE);
    result->samples = tiff.value(TIFFTAG_SAMPLESPERPIXEL);
    result->photometric = tiff.value(TIFFTAG_PHOTOMETRIC);
    result->format = tiff.value(TIFFTAG_SAMPLEFORMAT);
    result->compression = tiff.value(TIFFTAG_COMPRESSION);
    result->orientation = tiff.value(TIFFTAG_ORIENTATION);
    std::uint16_t extras = 0;
    std::uint16_t* kinds = nullptr;
    TIFFGetFieldDefaulted(tiff.file, TIFFTAG_EXTRASAMPLES, &extras, &kinds);
    result->extras = extras;
    result->extra = extras > 0 ? kinds[0] : 0;
    std::uint16_t* tables[3] = {};
    result->colors = 0;
    if (result->bits <= 8 && TIFFGetField(tiff.file, TIFFTAG_COLORMAP, &tables[0], &tables[1], &tables[2]) != 0) {
        result->colors = 1 << result->bits;
        for (int i = 0; i < 3 * result->colors; i++) {
            result->palette[i] = static_cast<std::uint8_t>(tables[i % 3][i / 3] >> 8);
        }
    }
    return kOk;
}

// Packed rows; `stride` is that of a row without padding.
CLIPPER_EXPORT int clipper_tiff_decode(
    const std::uint8_t* data, std::size_t size, std::uint8_t* pixels, std::size_t stride, char* message) {
    Reader reader{data, size, 0, message, false};
    try {
        const Tiff tiff(reader);
        reader.ended = false;
        return tiff.file != nullptr && read_pixels(tiff, pixels, stride)
            ? kOk : failed(reader, "its strips or tiles do not fit its size");
    } catch (const std::bad_alloc&) {
        clipper_set_message(message, "out of memory");
        return kBroken;
    }
}
